package io.astrochrome.standalone.demo;

import io.astrochrome.standalone.demo.SimulatedCamera.Pointing;
import io.astrochrome.standalone.demo.SimulatedCamera.Wheel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A night of a mono camera with a filter wheel in front of a picture whose colours are known: short noisy exposures, with
 * dithers, a flip at the meridian, a satellite and a cloud. First comes light alone, so that colours are guessed; then the
 * filters, which measure them.
 */
public final class DemoNight {
    private static final String TARGET = "IC 4628, a night";
    private static final int SIDE = 1024;
    private static final int ROUNDS = 4;
    private static final double DITHER_PIXELS = 12;
    private static final double SECONDS = 20;
    private static final int FLIP_AT = 8;
    private static final int SATELLITE_AT = 5;
    private static final int CLOUD_AT = 10;
    private static final double CLOUD = 0.06;

    private final Path folder;
    private final Instant now;

    /**
     * A night.
     *
     * @param folder where the files are written
     * @param now the time of the first exposure, and the seed of the noise
     */
    public DemoNight(Path folder, Instant now) {
        this.folder = folder;
        this.now = now;
    }

    /** Writes the exposures, in the order in which they are sent. */
    public List<DemoFrame> make() throws IOException {
        Files.createDirectories(folder);
        var scene = SkyScene.ofResource("ic4628.png");
        var camera = new SimulatedCamera(SIDE, SIDE, false);
        var exposures = new ArrayList<DemoFrame>();
        for (var round = 0; round < ROUNDS; round++) {
            for (var filter : Wheel.values()) {
                exposures.add(expose(scene, camera, filter, exposures.size()));
            }
        }
        return exposures;
    }

    private DemoFrame expose(SkyScene scene, SimulatedCamera camera, Wheel filter, int number) throws IOException {
        var at = now.plusSeconds((long) (SECONDS * number));
        var random = new SplittableRandom(at.toEpochMilli());
        var pointing = new Pointing(
                DITHER_PIXELS * (random.nextDouble() - 0.5),
                DITHER_PIXELS * (random.nextDouble() - 0.5),
                number >= FLIP_AT,
                number == CLOUD_AT ? CLOUD : 1,
                number == SATELLITE_AT);
        var samples = camera.expose(scene, filter, pointing, at.toEpochMilli());
        var frame = new FitsFrame(SIDE, SIDE, samples, TARGET, false, at, filter.label(), SECONDS);
        var file = folder.resolve(String.format(Locale.ROOT, "night-%02d-%s.fits", number + 1, filter.label()));
        Files.write(file, frame.bytes());
        return new DemoFrame(file, TARGET, "mono camera, filter " + filter.label() + said(number), true);
    }

    private static String said(int number) {
        return switch (number) {
            case SATELLITE_AT -> ", a satellite goes through";
            case CLOUD_AT -> ", a cloud is in front";
            case FLIP_AT -> ", beyond the meridian: upside down";
            default -> "";
        };
    }
}
