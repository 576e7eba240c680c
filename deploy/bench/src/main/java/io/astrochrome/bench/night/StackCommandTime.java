package io.astrochrome.bench.night;

import io.astrochrome.bench.report.Figure;
import io.astrochrome.bench.report.Measurement.Progress;
import io.astrochrome.bench.report.MeasurementException;
import io.astrochrome.standalone.stack.Home;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./run stack} of 48 exposures, start of the JVM included; beside it Siril's registration and stacking where it is installed. */
final class StackCommandTime implements NightMeasurement.Measured {
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 1000;
    private static final int EXPOSURES = 48;
    private static final int ROUNDS = 3;
    private static final String SIRIL = "siril-cli";
    private static final double NANOS = 1e9;

    private final Home home;
    private final Path folder;

    StackCommandTime(Home home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    @Override
    public List<Figure> measure(Progress progress) throws IOException, InterruptedException, MeasurementException {
        empty(folder);
        progress.at("writing " + EXPOSURES + " exposures");
        var files = new SimulatedNight(WIDTH, HEIGHT, 8, EXPOSURES).write(folder.resolve("subs"), "NGC 1");
        var what = EXPOSURES + " exposures of " + WIDTH + " x " + HEIGHT + " px through four filters, ";
        var figures = new ArrayList<Figure>();
        var peerIsThere = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, SIRIL)));
        var own = new double[ROUNDS];
        var peer = new double[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) { // in turn, since a machine is not equally fast at all times
            progress.at("./run stack, " + (round + 1) + " of " + ROUNDS);
            empty(folder.resolve("out"));
            own[round] = stack();
            if (peerIsThere) {
                empty(folder.resolve("siril"));
                progress.at(SIRIL + ", " + (round + 1) + " of " + ROUNDS);
                peer[round] = siril(files);
            }
        }
        if (peerIsThere) {
            figures.add(Figure.atMost(
                    what + "./run stack to pictures, median of " + ROUNDS, median(own), "s", median(peer)));
            figures.add(
                    Figure.told(what + "Siril's register and stack rej 3 3, median of " + ROUNDS, median(peer), "s"));
        } else {
            figures.add(Figure.told(what + "./run stack to pictures, median of " + ROUNDS, median(own), "s"));
        }
        empty(folder);
        return figures;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private double stack() throws IOException, InterruptedException, MeasurementException {
        return seconds(
                List.of(
                        "./run",
                        "stack",
                        folder.resolve("subs").toString(),
                        "-o",
                        folder.resolve("out").toString()),
                home.root());
    }

    /** Each filter's exposures by themselves, as Siril stacks them. */
    private double siril(List<Path> files) throws IOException, InterruptedException, MeasurementException {
        var seconds = 0.0;
        for (var filter : SimulatedNight.WHEEL) {
            var sequence = Files.createDirectories(folder.resolve("siril").resolve(filter));
            for (var file : files) {
                if (file.toString().endsWith("-" + filter + ".fits")) {
                    Files.createSymbolicLink(sequence.resolve(file.getFileName()), file.toAbsolutePath());
                }
            }
            var script = Files.writeString(
                    sequence.resolve("stack.ssf"),
                    String.join(
                            "\n",
                            "requires 1.0.0",
                            "convert sub",
                            "register sub",
                            "stack r_sub rej 3 3 -norm=addscale -out=stack",
                            ""));
            seconds += seconds(List.of(SIRIL, "-d", sequence.toString(), "-s", script.toString()), sequence);
            if (!Files.exists(sequence.resolve("stack.fit"))) {
                throw new MeasurementException(SIRIL + " stacked nothing; see " + sequence.resolve("log.txt"));
            }
        }
        return seconds;
    }

    private double seconds(List<String> command, Path in)
            throws IOException, InterruptedException, MeasurementException {
        var log = folder.resolve("log.txt").toFile();
        var began = System.nanoTime();
        var code = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log))
                .start()
                .waitFor();
        if (code != 0) {
            throw new MeasurementException(command.get(0) + " ended with " + code + "; see " + log);
        }
        return (System.nanoTime() - began) / NANOS;
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var below = Files.walk(folder)) {
                for (var path : below.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
