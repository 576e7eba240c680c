package io.astrochrome.bench.imaging;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.palette.PlaceColours;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A reference's colours for the like places of a frame at the network's size, beside which the network takes some 30 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PlacesBenchmark {
    private static final int SIDE = 224;

    private LabImage frame;
    private PlaceColours reference;

    /** Draws a frame and what it is to look like. */
    @Setup
    public void draw() {
        frame = ColourBenchmark.picture(SIDE, 1);
        reference = PlaceColours.of(ColourBenchmark.picture(SIDE, 2));
    }

    @Benchmark
    public LabImage likePlacesLikeColours() {
        return reference.steer(frame);
    }
}
