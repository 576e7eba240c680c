package io.astrochrome.imaging.chroma;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LuminanceRows;
import io.astrochrome.imaging.color.SrgbEncoder;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes the full-resolution colour picture of a frame. Every pixel's L*, recomputed from its 16-bit RGB, is the frame's
 * within one 16-bit step (100/65535): a colour outside sRGB gives up chroma along its hue, never lightness. Memory is a
 * few strips of {@value #STRIP_ROWS} rows. Immutable; frames may be composed by many threads at once.
 */
public final class ColourComposer {
    /** Rows of a strip; the last may have fewer. */
    public static final int STRIP_ROWS = 64;

    private final ChromaUpsampler upsampler;
    private final int threads;

    /** Composes on {@code threads} threads, on the caller's alone where it is 1. */
    public ColourComposer(ChromaUpsampler upsampler, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
        this.upsampler = upsampler;
        this.threads = threads;
    }

    /** With {@link ChromaUpsampler#standard}. */
    public ColourComposer(int threads) {
        this(ChromaUpsampler.standard(), threads);
    }

    /**
     * Gives the frame's colours to the sink, strip by strip from the top; luminance is read and the sink is called on the
     * caller's thread.
     *
     * @param luminance of the frame
     * @param reduced lightness, a* and b* of the whole frame (no padding) at the network's size
     */
    public void compose(LuminanceRows luminance, LabImage reduced, RgbSink sink) throws IOException {
        if (!reduced.hasColour()) {
            throw new IllegalArgumentException("the reduced picture must have colour");
        }
        ChromaStrips chroma = upsampler.prepare(reduced, luminance.width(), luminance.height());
        if (threads == 1 || luminance.height() <= STRIP_ROWS) {
            for (int first = 0; first < luminance.height(); first += STRIP_ROWS) {
                sink.accept(strip(chroma, luminance.width(), first, rows(luminance, first)));
            }
            return;
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads, ColourComposer::worker);
        try {
            compose(luminance, chroma, sink, workers);
        } finally {
            workers.shutdownNow();
        }
    }

    private void compose(LuminanceRows luminance, ChromaStrips chroma, RgbSink sink, ExecutorService workers)
            throws IOException {
        Deque<Future<RgbStrip>> pending = new ArrayDeque<>();
        int width = luminance.width();
        for (int first = 0; first < luminance.height(); first += STRIP_ROWS) {
            int firstRow = first;
            short[] lightness = rows(luminance, first);
            pending.add(workers.submit(() -> strip(chroma, width, firstRow, lightness)));
            if (pending.size() > threads) {
                sink.accept(await(pending.remove()));
            }
        }
        while (!pending.isEmpty()) {
            sink.accept(await(pending.remove()));
        }
    }

    private static short[] rows(LuminanceRows luminance, int first) throws IOException {
        int rows = Math.min(STRIP_ROWS, luminance.height() - first);
        short[] lightness = new short[rows * luminance.width()];
        luminance.read(first, rows, lightness);
        return lightness;
    }

    private static RgbStrip strip(ChromaStrips chroma, int width, int firstRow, short[] lightness) {
        int rows = lightness.length / width;
        float[] a = new float[width];
        float[] b = new float[width];
        short[] row = new short[width];
        short[][] rgbRow = new short[3][width];
        short[][] rgb = new short[3][lightness.length];
        for (int y = 0; y < rows; y++) {
            int at = y * width;
            System.arraycopy(lightness, at, row, 0, width);
            chroma.row(firstRow + y, row, a, b);
            SrgbEncoder.encode(row, a, b, rgbRow[0], rgbRow[1], rgbRow[2]);
            for (int c = 0; c < 3; c++) {
                System.arraycopy(rgbRow[c], 0, rgb[c], at, width);
            }
        }
        return new RgbStrip(width, firstRow, rows, rgb[0], rgb[1], rgb[2]);
    }

    private static RgbStrip await(Future<RgbStrip> strip) throws IOException {
        try {
            return strip.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a strip was composed", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a strip could not be composed", e.getCause());
        }
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "compose");
        thread.setDaemon(true);
        return thread;
    }
}
