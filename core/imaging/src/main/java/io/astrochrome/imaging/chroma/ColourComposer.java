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
 * few strips of at most 64 rows and a megapixel. Immutable; frames may be composed by many threads at once.
 */
public final class ColourComposer {
    private static final int MOST_STRIP_ROWS = 64;
    /** A strip of a very wide frame has fewer rows. */
    private static final int STRIP_PIXELS = 1 << 20;

    private final GuidedFilterUpsampler upsampler = new GuidedFilterUpsampler();
    private final int threads;

    /** Composes on {@code threads} threads, on the caller's alone where it is 1. */
    public ColourComposer(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
        this.threads = threads;
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
        ChromaStrips chroma = OwnChroma.fits(reduced, luminance.width(), luminance.height())
                ? new OwnChroma(reduced)
                : upsampler.prepare(reduced, luminance.width(), luminance.height());
        int stripRows = Math.max(1, Math.min(MOST_STRIP_ROWS, STRIP_PIXELS / luminance.width()));
        if (threads == 1 || luminance.height() <= stripRows) {
            for (int first = 0; first < luminance.height(); first += stripRows) {
                sink.accept(strip(chroma, luminance.width(), first, rows(luminance, first, stripRows)));
            }
            return;
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads, ColourComposer::worker);
        try {
            compose(luminance, chroma, stripRows, sink, workers);
        } finally {
            workers.shutdownNow();
        }
    }

    private void compose(
            LuminanceRows luminance, ChromaStrips chroma, int stripRows, RgbSink sink, ExecutorService workers)
            throws IOException {
        Deque<Future<RgbStrip>> pending = new ArrayDeque<>();
        int width = luminance.width();
        for (int first = 0; first < luminance.height(); first += stripRows) {
            int firstRow = first;
            short[] lightness = rows(luminance, first, stripRows);
            pending.add(workers.submit(() -> strip(chroma, width, firstRow, lightness)));
            if (pending.size() > threads) {
                sink.accept(await(pending.remove()));
            }
        }
        while (!pending.isEmpty()) {
            sink.accept(await(pending.remove()));
        }
    }

    private static short[] rows(LuminanceRows luminance, int first, int stripRows) throws IOException {
        int rows = Math.min(stripRows, luminance.height() - first);
        short[] lightness = new short[rows * luminance.width()];
        luminance.read(first, rows, lightness);
        return lightness;
    }

    private static RgbStrip strip(ChromaStrips chroma, int width, int firstRow, short[] lightness) {
        int rows = lightness.length / width;
        float[] a = new float[lightness.length];
        float[] b = new float[lightness.length];
        float[] rowA = new float[width];
        float[] rowB = new float[width];
        short[] row = new short[width];
        for (int y = 0; y < rows; y++) {
            int at = y * width;
            System.arraycopy(lightness, at, row, 0, width);
            chroma.row(firstRow + y, row, rowA, rowB);
            System.arraycopy(rowA, 0, a, at, width);
            System.arraycopy(rowB, 0, b, at, width);
        }
        short[][] rgb = new short[3][lightness.length];
        SrgbEncoder.encode(lightness, a, b, rgb[0], rgb[1], rgb[2]);
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
