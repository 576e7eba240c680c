package io.astrochrome.bench.imaging;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.palette.PlaceColours;
import java.util.SplittableRandom;
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
        frame = picture(1);
        reference = PlaceColours.of(picture(2));
    }

    private static LabImage picture(long seed) {
        var random = new SplittableRandom(seed);
        var lStar = new float[SIDE * SIDE];
        var a = new float[SIDE * SIDE];
        var b = new float[SIDE * SIDE];
        for (var i = 0; i < lStar.length; i++) {
            lStar[i] = (float) (100 * random.nextDouble());
            a[i] = (float) (80 * random.nextDouble() - 40);
            b[i] = (float) (80 * random.nextDouble() - 40);
        }
        return new LabImage(SIDE, SIDE, lStar, a, b);
    }

    @Benchmark
    public LabImage likePlacesLikeColours() {
        return reference.steer(frame);
    }
}
