package io.astrochrome.imaging.decode.raster;

/**
 * The IHDR chunk.
 *
 * @param bitDepth of a sample, or of a palette's index
 * @param colourType as PNG numbers it
 */
record PngHeader(int width, int height, int bitDepth, int colourType, boolean interlaced) {
    private static final int COLOUR = 2;
    private static final int PALETTE = 3;
    private static final int GREY_ALPHA = 4;
    private static final int COLOUR_ALPHA = 6;

    boolean isPalette() {
        return colourType == PALETTE;
    }

    boolean hasAlpha() {
        return colourType == GREY_ALPHA || colourType == COLOUR_ALPHA;
    }

    boolean hasColour() {
        return (colourType & COLOUR) != 0;
    }

    /** Samples of a stored pixel. */
    int samples() {
        return (isPalette() || !hasColour() ? 1 : 3) + (hasAlpha() ? 1 : 0);
    }

    /** 1 or 3. */
    int channels() {
        return hasColour() ? 3 : 1;
    }

    /** Bytes of a row of so many pixels, without the filter's. */
    int rowBytes(int pixels) {
        return (int) (((long) pixels * samples() * bitDepth + 7) / 8);
    }

    /** Distance in bytes to the sample that filters look back to. */
    int filterDistance() {
        return Math.max(1, samples() * bitDepth / 8);
    }

    /** Whether PNG allows the depth for the colour type. */
    boolean isAllowed() {
        return switch (colourType) {
            case 0 -> bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8 || bitDepth == 16;
            case PALETTE -> bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8;
            case COLOUR, GREY_ALPHA, COLOUR_ALPHA -> bitDepth == 8 || bitDepth == 16;
            default -> false;
        };
    }
}
