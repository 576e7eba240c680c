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

    /** Draws a picture of every lightness and of moderate colours. */
    @Setup
    public void draw() {
        var random = new SplittableRandom(1);
        var lStar = new float[SIDE * SIDE];
        var a = new float[SIDE * SIDE];
        var b = new float[SIDE * SIDE];
        for (var i = 0; i < lStar.length; i++) {
            lStar[i] = (float) (100 * random.nextDouble());
            a[i] = (float) (80 * random.nextDouble() - 40);
            b[i] = (float) (80 * random.nextDouble() - 40);
        }
        picture = new LabImage(SIDE, SIDE, lStar, a, b);
    }

    @Benchmark
    public float[][] labToSrgb() {
        return LabPlanes.toSrgb(picture);
    }
}
