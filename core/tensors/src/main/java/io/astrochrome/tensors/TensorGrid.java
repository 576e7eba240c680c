package io.astrochrome.tensors;

import java.util.Arrays;

/**
 * How a tensor's grid lies on its frame. The frame is reduced to content size with its aspect kept; then the last column
 * and row are repeated to the right and below until both sides are multiples of {@link TensorSides#MULTIPLE}.
 *
 * @param frameWidth width of the frame in px, upright (after EXIF orientation)
 * @param frameHeight height of the frame in px
 * @param width of the grid in px, a multiple of 32
 * @param height of the grid in px, a multiple of 32
 * @param contentWidth how many of the grid's columns, from the left, show the frame
 * @param contentHeight how many of the grid's rows, from the top, show the frame
 */
public record TensorGrid(int frameWidth, int frameHeight, int width, int height, int contentWidth, int contentHeight) {

    public TensorGrid {
        if (frameWidth < 1 || frameHeight < 1) {
            throw new IllegalArgumentException(
                    "a frame's sides must be positive, not " + frameWidth + " x " + frameHeight);
        }
        if (!TensorSides.fits(width) || !TensorSides.fits(height)) {
            throw new IllegalArgumentException(
                    "a grid's sides must be multiples of " + TensorSides.MULTIPLE + ", not " + width + " x " + height);
        }
        if (contentWidth < 1 || contentWidth > width || contentHeight < 1 || contentHeight > height) {
            throw new IllegalArgumentException("content of " + contentWidth + " x " + contentHeight
                    + " does not fit into " + width + " x " + height);
        }
    }

    /**
     * The grid whose content has {@code shortSide} px on the shorter side, less where the longer side would pass
     * {@code longestSide}. A frame smaller than that is enlarged to it.
     */
    public static TensorGrid of(int frameWidth, int frameHeight, int shortSide, int longestSide) {
        if (shortSide < 1 || longestSide < shortSide) {
            throw new IllegalArgumentException(
                    "the longest side must be at least the short side, not " + longestSide + " with " + shortSide);
        }
        double shorter = Math.min(frameWidth, frameHeight);
        double longer = Math.max(frameWidth, frameHeight);
        double scale = Math.min(shortSide / shorter, longestSide / longer);
        int contentWidth = Math.max(1, (int) Math.round(frameWidth * scale));
        int contentHeight = Math.max(1, (int) Math.round(frameHeight * scale));
        return new TensorGrid(
                frameWidth, frameHeight, padded(contentWidth), padded(contentHeight), contentWidth, contentHeight);
    }

    /** Number of the grid's pixels. */
    public int pixels() {
        return Math.multiplyExact(width, height);
    }

    /** A plane of content size as a plane of the grid's size, edges repeated. */
    public float[] pad(float[] content) {
        requireLength("content", contentWidth, contentHeight, content.length);
        float[] grid = new float[pixels()];
        for (int y = 0; y < height; y++) {
            int from = Math.min(y, contentHeight - 1) * contentWidth;
            int to = y * width;
            System.arraycopy(content, from, grid, to, contentWidth);
            Arrays.fill(grid, to + contentWidth, to + width, content[from + contentWidth - 1]);
        }
        return grid;
    }

    /** The part of a plane of the grid's size that shows the frame. */
    public float[] content(float[] grid) {
        requireLength("grid", width, height, grid.length);
        float[] content = new float[contentWidth * contentHeight];
        for (int y = 0; y < contentHeight; y++) {
            System.arraycopy(grid, y * width, content, y * contentWidth, contentWidth);
        }
        return content;
    }

    private static void requireLength(String name, int width, int height, int length) {
        if ((long) width * height != length) {
            throw new IllegalArgumentException(name + " must have " + (long) width * height + " values, not " + length);
        }
    }

    private static int padded(int side) {
        return Math.toIntExact(TensorSides.holding(side));
    }
}
