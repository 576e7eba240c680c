package io.astrochrome.bench.night;

import io.astrochrome.bench.night.SimulatedField.Exposure;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import io.astrochrome.imaging.exposure.SubFacts;
import io.astrochrome.imaging.filter.FilterNames;
import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.register.Pose;
import io.astrochrome.standalone.demo.FitsFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A night's exposures of one field by a mono camera with a wheel of four filters: dithered, turned a little, upside down in its
 * second half, through changing air. The first lies straight.
 */
public final class SimulatedNight {
    /** What the wheel says, in its order. */
    static final List<String> WHEEL = List.of("R", "G", "B", "L");

    private static final double NOISE = 22;
    private static final double DITHER = 30;
    private static final double TURN = 2;
    private static final double SECONDS = 60;
    private static final int MOST = 65_535;
    private static final Instant DUSK = Instant.parse("2026-11-20T19:00:00Z");

    private final int width;
    private final int height;
    private final SimulatedField field;
    private final long seed;
    private final List<Exposure> exposures = new ArrayList<>();

    /** A night of so many exposures. */
    public SimulatedNight(int width, int height, long seed, int count) {
        this.width = width;
        this.height = height;
        this.seed = seed;
        field = new SimulatedField(width, height, seed);
        var random = new SplittableRandom(seed + 1);
        for (var i = 0; i < count; i++) {
            var flip = i >= count / 2 ? 180 : 0;
            var pose = i == 0
                    ? field.pose(0, 0, 0)
                    : field.pose(
                            DITHER * (random.nextDouble() - 0.5),
                            DITHER * (random.nextDouble() - 0.5),
                            flip + TURN * (random.nextDouble() - 0.5));
            exposures.add(new Exposure(
                    pose,
                    2.4 + 0.8 * random.nextDouble(),
                    i == 0 ? 1 : 0.75 + 0.25 * random.nextDouble(),
                    NOISE,
                    random.nextInt(10) == 0,
                    60));
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    SimulatedField field() {
        return field;
    }

    List<Exposure> exposures() {
        return exposures;
    }

    /** The filter of an exposure. */
    static String filter(int number) {
        return WHEEL.get(number % WHEEL.size());
    }

    /** An exposure through its filter. */
    public LinearPlane light(int number) {
        return field.expose(number % WHEEL.size(), exposures.get(number), 1000 * seed + number);
    }

    /** An exposure as another one would have been taken. */
    LinearPlane light(int number, Exposure as) {
        return field.expose(number % WHEEL.size(), as, 1000 * seed + number);
    }

    /** Where the exposure truly lies on the first one. */
    Pose toFirst(int number) {
        return exposures
                .get(number)
                .skyToFrame()
                .inverse()
                .then(exposures.get(0).skyToFrame());
    }

    static SubFacts facts(int number) {
        var filter = filter(number);
        return new SubFacts(filter, FilterNames.STANDARD.role(filter), SECONDS, SubFacts.Kind.LIGHT);
    }

    /** As a decoder gives it. */
    static DecodedFrame decoded(LinearPlane plane) {
        return new DecodedFrame(
                MediaType.FITS,
                plane.width(),
                plane.height(),
                true,
                SampleLevels.SIXTEEN_BITS,
                List.of(new UnsignedShortSamples(samples(plane))),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Writes the exposures as a camera does. */
    public List<Path> write(Path folder, String target) throws IOException {
        Files.createDirectories(folder);
        var files = new ArrayList<Path>();
        for (var i = 0; i < exposures.size(); i++) {
            files.add(write(folder, target, i, light(i)));
        }
        return files;
    }

    /** Writes one. */
    public static Path write(Path folder, String target, int number, LinearPlane plane) throws IOException {
        var frame = new FitsFrame(
                plane.width(),
                plane.height(),
                samples(plane),
                target,
                false,
                DUSK.plusSeconds((long) SECONDS * number),
                filter(number),
                SECONDS);
        return Files.write(
                folder.resolve(String.format(Locale.ROOT, "%04d-%s.fits", number, filter(number))), frame.bytes());
    }

    private static short[] samples(LinearPlane plane) {
        var samples = new short[plane.values().length];
        for (var i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.max(0, Math.min(MOST, Math.round(plane.values()[i])));
        }
        return samples;
    }
}
