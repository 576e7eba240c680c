package io.astrochrome.imaging.stack;

import io.astrochrome.imaging.linear.LinearPlane;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The weighted mean of subs on one grid, without what belongs to single ones: satellites, cosmic rays, hot pixels, clouds'
 * edges. Each pixel keeps its three highest values and its lowest apart, with all others in a running mean and variance
 * (Welford 1962, West 1979); only when a picture is asked for are those apart held against the others. So the first subs can
 * be judged by later ones, memory does not grow with the night, and the order of the subs hardly matters. The same subs in
 * the same order give the same bits, in memory and in a file. Not thread-safe.
 */
public final class RunningStack {
    private final int width;
    private final int height;
    private final Bands bands;
    private final SubWeights subs;

    /** An empty stack in memory. */
    public RunningStack(int width, int height) {
        this(width, height, new HeldBands(width, height), new SubWeights());
    }

    private RunningStack(int width, int height, Bands bands, SubWeights subs) {
        this.width = width;
        this.height = height;
        this.bands = bands;
        this.subs = subs;
    }

    /**
     * An empty stack in a file, which is there from the first sub on, and written into with each.
     *
     * @param scratch that stacks of one size share
     */
    public static RunningStack inFile(Path file, int width, int height, BandScratch scratch) {
        return new RunningStack(width, height, FiledBands.begin(file, width, height, scratch), new SubWeights());
    }

    /**
     * Goes on exactly where the stack of a file was.
     *
     * @param scratch that stacks of one size share
     * @throws IOException where it is no stack of this version, or not whole
     */
    public static RunningStack open(Path file, BandScratch scratch) throws IOException {
        FiledBands.Header header = FiledBands.header(file);
        return new RunningStack(header.width(), header.height(), FiledBands.open(file, header, scratch), header.subs());
    }

    /**
     * Keeps the stack as it is now in a file of its own, which later subs do not change; only where the stack is in a file.
     *
     * @param other on the same disk
     */
    public void keepAs(Path other) {
        ((FiledBands) bands).keepAs(other);
    }

    /** How many subs are in it. */
    public int subs() {
        return subs.count();
    }

    /** What a stack of that size takes of memory, or of a disk. */
    public static long bytes(int width, int height) {
        return (long) StackBand.BYTES_OF_A_PIXEL * width * height;
    }

    /**
     * Adds a sub.
     *
     * @param sampler reads it on the stack's grid
     * @param scaling brings it to the reference's scale
     * @param subWeight its weight; positive
     * @param noise the standard deviation of its pixels on the reference's scale
     */
    public void add(PoseSampler sampler, Scaling scaling, double subWeight, double noise) {
        short sub = subs.add(subWeight, noise);
        bands.change(subs, (band, from) -> {
            float[] row = new float[width];
            for (int i = 0, y = from; i < band.pixels(); i += width, y++) {
                sampler.row(y, row);
                band.add(i, row, scaling, y, sub, subs);
            }
        });
    }

    /**
     * The stack as it is: not-a-number where no sub was.
     *
     * @param sky of the reference, above which light may vary
     */
    public LinearPlane mean(double sky) {
        float[] values = new float[width * height];
        bands.look((band, from) -> band.mean(sky, subs, values, from * width));
        return new LinearPlane(width, height, values);
    }

    /** How many subs saw each pixel, those whose value was left out included. */
    public short[] coverage() {
        short[] coverage = new short[width * height];
        bands.look((band, from) -> band.coverage(coverage, from * width));
        return coverage;
    }
}
