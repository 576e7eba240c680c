package io.astrochrome.events;

import io.astrochrome.tensors.TensorSides;

/**
 * How a tensor's grid lies on its frame. The frame was reduced to content size with its aspect kept, then the last
 * column and row were repeated to the right and below until both sides were multiples of {@link TensorSides#MULTIPLE}.
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

    public FrameGeometry {
        Rules.positive("frameWidth", frameWidth);
        Rules.positive("frameHeight", frameHeight);
        Rules.positive("width", width);
        Rules.positive("height", height);
        if (width % TensorSides.MULTIPLE != 0 || height % TensorSides.MULTIPLE != 0) {
            throw new IllegalArgumentException("a tensor's sides must be multiples of " + TensorSides.MULTIPLE
                    + ", not " + width + " x " + height);
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
