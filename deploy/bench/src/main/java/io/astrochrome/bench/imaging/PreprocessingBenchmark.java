package io.astrochrome.bench.imaging;

import io.astrochrome.imaging.color.LabPlanes;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.color.Resampler;
import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.Decoded;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.stretch.MidtoneStretch;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** A decoded mono frame of 4 megapixels at 16 bit to the tensor that goes into the stream. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PreprocessingBenchmark {
    private static final int SIDE = 2048;
    private static final int TENSOR_SIDE = 224;

    private DecodedFrame frame;

    /** Exposes a frame and decodes it, as it comes from the telescope. */
    @Setup
    public void expose() throws IOException {
        var file = BenchFrames.mono(SIDE, 1);
        if (!(new FrameDecoder(DecodeLimits.DEFAULT).decode(file, "bench.fits") instanceof Decoded decoded)) {
            throw new IOException("the benchmark's own frame cannot be decoded");
        }
        frame = decoded.frame();
    }

    /** Fits the stretch, applies it, takes the luminance, reduces it and writes half floats. */
    @Benchmark
    public void mono16BitToTensor(Blackhole hole) {
        var stretched = MidtoneStretch.LINKED.fit(frame).apply(frame);
        var luminance = LabPlanes.luminanceOfGrey(stretched.width(), stretched.height(), stretched.plane(0));
        var grid = TensorGrid.of(SIDE, SIDE, TENSOR_SIDE, TENSOR_SIDE);
        var grey = Resampler.STANDARD.resize(stretched.plane(0), SIDE, SIDE, grid.contentWidth(), grid.contentHeight());
        var reduced = LabPlanes.fromGrey(grid.contentWidth(), grid.contentHeight(), grey);
        var lightness = grid.pad(LabScale.normaliseLightness(reduced.lStar()));
        var halves = new short[lightness.length];
        for (var i = 0; i < halves.length; i++) {
            halves[i] = HalfFloat.fromFloat(lightness[i]);
        }
        hole.consume(luminance);
        hole.consume(halves);
    }
}
