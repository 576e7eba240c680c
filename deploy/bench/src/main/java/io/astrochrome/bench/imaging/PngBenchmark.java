package io.astrochrome.bench.imaging;

import io.astrochrome.imaging.chroma.RgbStrip;
import io.astrochrome.imaging.write.PictureSettings;
import io.astrochrome.imaging.write.PictureTargets;
import io.astrochrome.imaging.write.PictureWriter;
import io.astrochrome.imaging.write.Provenance;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A sky of 4 megapixels as a 16-bit PNG: by our own writer, and by ImageIO, which ours has to be faster than. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PngBenchmark {
    private static final int SIDE = 2048;
    private static final int STRIP_ROWS = 64;
    private static final int DEFLATE_LEVEL = 1;
    private static final int BACKGROUND = 9000;
    private static final int NOISE = 600;
    private static final int PIXELS_A_STAR = 4000;
    private static final PictureSettings SETTINGS = new PictureSettings(2048, 0.9f, DEFLATE_LEVEL, 1);
    private static final Provenance PROVENANCE =
            new Provenance("bench", "0".repeat(64), "bench", "sky.fits", "0".repeat(64), null, "none", Map.of(), null);

    private final List<RgbStrip> strips = new ArrayList<>();
    private BufferedImage whole;
    private Path own;
    private Path theirs;

    /** Draws noise on a dark ground, with stars. */
    @Setup
    public void draw() throws IOException {
        own = Files.createTempFile("astrochrome-bench", ".png");
        theirs = Files.createTempFile("astrochrome-bench", ".png");
        var colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        whole = new BufferedImage(colours, colours.createCompatibleWritableRaster(SIDE, SIDE), false, null);
        var random = new SplittableRandom(1);
        for (var row = 0; row < SIDE; row += STRIP_ROWS) {
            var samples = new short[3][STRIP_ROWS * SIDE];
            for (var i = 0; i < STRIP_ROWS * SIDE; i++) {
                var star = random.nextInt(PIXELS_A_STAR) == 0 ? random.nextInt(50_000) : 0;
                for (var c = 0; c < samples.length; c++) {
                    samples[c][i] = (short) (BACKGROUND + random.nextInt(NOISE) + star);
                    whole.getRaster().setSample(i % SIDE, row + i / SIDE, c, samples[c][i] & 0xffff);
                }
            }
            strips.add(new RgbStrip(SIDE, row, STRIP_ROWS, samples[0], samples[1], samples[2]));
        }
    }

    /** By our own writer, on one thread; the file. */
    @Benchmark
    public Path own() throws IOException {
        try (var writer = PictureWriter.open(
                new PictureTargets(own, null, null), SETTINGS, PROVENANCE, SIDE, SIDE, List.of(), null)) {
            for (var strip : strips) {
                writer.accept(strip);
            }
            writer.finish();
        }
        return own;
    }

    /** By ImageIO, at the same level; the file. */
    @Benchmark
    public Path imageIo() throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        try (var out = ImageIO.createImageOutputStream(Files.newOutputStream(theirs))) {
            var settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(1 - DEFLATE_LEVEL / 9f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(whole, null, null), settings);
        } finally {
            writer.dispose();
        }
        return theirs;
    }

    /** Deletes the files. */
    @TearDown
    public void delete() throws IOException {
        Files.deleteIfExists(own);
        Files.deleteIfExists(theirs);
    }
}
