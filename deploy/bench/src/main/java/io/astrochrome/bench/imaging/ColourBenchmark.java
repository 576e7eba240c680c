package io.astrochrome.bench.imaging;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** CIELAB to sRGB for 4 megapixels. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ColourBenchmark {
    private static final int SIDE = 2048;

    private LabImage picture;

    /** Draws the picture. */
    @Setup
    public void draw() {
        picture = picture(SIDE, 1);
    }

    /** A square picture of every lightness and of moderate colours. */
    static LabImage picture(int side, long seed) {
        var random = new SplittableRandom(seed);
        var lStar = new float[side * side];
        var a = new float[side * side];
        var b = new float[side * side];
        for (var i = 0; i < lStar.length; i++) {
            lStar[i] = (float) (100 * random.nextDouble());
            a[i] = (float) (80 * random.nextDouble() - 40);
            b[i] = (float) (80 * random.nextDouble() - 40);
        }
        return new LabImage(side, side, lStar, a, b);
    }

    @Benchmark
    public float[][] labToSrgb() {
        return LabPlanes.toSrgb(picture);
    }
}
