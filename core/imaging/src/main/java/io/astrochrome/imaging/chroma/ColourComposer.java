package io.astrochrome.imaging.chroma;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LuminanceRows;
import io.astrochrome.imaging.color.SrgbEncoder;
import java.io.IOException;

/**
 * Makes the full-resolution colour picture of a frame. Every pixel's L*, recomputed from its 16-bit RGB, is the frame's
 * within one 16-bit step (100/65535): a colour outside sRGB gives up chroma along its hue, never lightness. Memory is a
 * few strips. Immutable; frames may be composed by many threads at once.
 */
public final class ColourComposer {
    private static final int STRIP_ROWS = 64;

    private final ChromaUpsampler upsampler;
    private final int threads;

    public ColourComposer(ChromaUpsampler upsampler, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
        this.upsampler = upsampler;
        this.threads = threads;
    }

    /** With {@link ChromaUpsampler#standard} on {@code threads} threads. */
    public ColourComposer(int threads) {
        this(ChromaUpsampler.standard(), threads);
    }

    /** How many threads compose a frame, the caller's among them. */
    public int threads() {
        return threads;
    }

    /**
     * Gives the frame's colours to the sink, strip by strip from the top, on the caller's thread.
     *
     * @param luminance of the frame
     * @param reduced lightness, a* and b* of the whole frame (no padding) at the network's size
     */
    public void compose(LuminanceRows luminance, LabImage reduced, RgbSink sink) throws IOException {
        int width = luminance.width();
        ChromaStrips chroma = upsampler.prepare(reduced, width, luminance.height());
        int size = width * STRIP_ROWS;
        short[] lightness = new short[size];
        float[] a = new float[size];
        float[] b = new float[size];
        for (int first = 0; first < luminance.height(); first += STRIP_ROWS) {
            int rows = Math.min(STRIP_ROWS, luminance.height() - first);
            short[][] rgb = new short[3][size];
            luminance.read(first, rows, lightness);
            for (int row = 0; row < rows; row++) {
                chroma.row(first + row, lightness, row * width, a, b);
            }
            SrgbEncoder.encode(lightness, a, b, 0, rows * width, rgb[0], rgb[1], rgb[2]);
            sink.accept(new RgbStrip(width, first, rows, rgb[0], rgb[1], rgb[2]));
        }
    }
}
