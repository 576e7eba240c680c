package io.astrochrome.events;

/**
 * How a tensor's grid lies on its frame. The frame was reduced to content size with its aspect kept, then the last
 * column and row were repeated to the right and below until both sides were multiples of {@link #SIDE_MULTIPLE}.
 *
 * @param frameWidth width of the frame in px, upright (after EXIF orientation)
 * @param frameHeight height of the frame in px
 * @param width width of the tensor in px, a multiple of 32
 * @param height height of the tensor in px, a multiple of 32
 * @param contentWidth how many of the tensor's columns, from the left, show the frame
 * @param contentHeight how many of the tensor's rows, from the top, show the frame
 */
public record FrameGeometry(
        int frameWidth, int frameHeight, int width, int height, int contentWidth, int contentHeight) {
    /** Both sides of a tensor are multiples of it: the network halves them five times. */
    public static final int SIDE_MULTIPLE = 32;

    public FrameGeometry {
        Rules.positive("frameWidth", frameWidth);
        Rules.positive("frameHeight", frameHeight);
        Rules.positive("width", width);
        Rules.positive("height", height);
        if (width % SIDE_MULTIPLE != 0 || height % SIDE_MULTIPLE != 0) {
            throw new IllegalArgumentException(
                    "a tensor's sides must be multiples of " + SIDE_MULTIPLE + ", not " + width + " x " + height);
        }
        if (contentWidth < 1 || contentWidth > width || contentHeight < 1 || contentHeight > height) {
            throw new IllegalArgumentException("content of " + contentWidth + " x " + contentHeight
                    + " does not fit into a tensor of " + width + " x " + height);
        }
    }

    /** Number of the tensor's pixels. */
    public int pixels() {
        return width * height;
    }
}
