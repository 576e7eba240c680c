package io.astrochrome.bench.chaos;

import io.astrochrome.bench.night.SimulatedNight;
import io.astrochrome.standalone.demo.DemoFrame;
import java.io.IOException;
import java.nio.file.Path;

/** Exposures of one night after another, each of a field of its own. Not thread-safe. */
final class NightFlow {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;

    /** Of a night. */
    private static final int EXPOSURES = 25;

    private static final long FIRST_SEED = 100;

    private SimulatedNight night = new SimulatedNight(WIDTH, HEIGHT, FIRST_SEED, EXPOSURES);
    private int taken;

    /** The next exposure, as a file of the folder. */
    DemoFrame next(Path folder) throws IOException {
        var number = taken % EXPOSURES;
        var nights = taken / EXPOSURES;
        if (number == 0) {
            night = new SimulatedNight(WIDTH, HEIGHT, FIRST_SEED + nights, EXPOSURES);
        }
        taken++;
        var target = "night " + nights;
        return new DemoFrame(SimulatedNight.write(folder, target, number, night.light(number)), target, "", true);
    }
}
