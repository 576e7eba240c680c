package io.astrochrome.bench.night;

import io.astrochrome.bench.report.Figure;
import io.astrochrome.bench.report.Measurement;
import io.astrochrome.standalone.stack.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Registration, stacking and composition against simulated nights' truth, and what they cost. */
public final class NightMeasurement implements Measurement {
    private final List<Measured> parts;

    /** One part of it. */
    interface Measured {
        List<Figure> measure(Progress progress) throws Exception;
    }

    /**
     * Measures with the programs of that installation.
     *
     * @param folder for the nights' files
     */
    public NightMeasurement(Home home, Path folder) {
        parts = List.of(
                new RegistrationQuality(),
                new PeerRegistration(folder.resolve("peer")),
                new StackQuality(),
                new CompositeQuality(),
                new Flicker(),
                new LongNight(),
                new StackCommandTime(home, folder.resolve("night")));
    }

    @Override
    public String name() {
        return "night";
    }

    @Override
    public String description() {
        return "registration, stacks and composites of simulated nights against the truth, and what a night costs";
    }

    @Override
    public List<Figure> measure(Progress progress) throws Exception {
        var figures = new ArrayList<Figure>();
        for (var part : parts) {
            figures.addAll(part.measure(progress));
        }
        return figures;
    }
}
