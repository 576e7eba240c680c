package io.astrochrome.bench.night;

import io.astrochrome.bench.report.Figure;
import io.astrochrome.bench.report.Measurement.Progress;
import io.astrochrome.bench.report.MeasurementException;
import io.astrochrome.imaging.register.Pose;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A night's exposures laid on the first one by astroalign, where that is installed: its distances from the truth. */
final class PeerRegistration implements NightMeasurement.Measured {
    private static final String PYTHON = "/usr/bin/python3";
    private static final String SCRIPT = "astroalign_poses.py";
    private static final int NUMBERS = 6;

    private final Path folder;

    PeerRegistration(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<Figure> measure(Progress progress) throws IOException, InterruptedException, MeasurementException {
        if (!Files.isExecutable(Path.of(PYTHON))
                || output(List.of(PYTHON, "-c", "import astroalign, astropy")).isEmpty()) {
            return List.of();
        }
        progress.at("laying the same exposures by astroalign");
        var night = RegistrationQuality.night(0);
        var files = night.write(Files.createDirectories(folder), "NGC 5");
        var script = folder.resolve(SCRIPT);
        try (InputStream resource = PeerRegistration.class.getResourceAsStream(SCRIPT)) {
            Files.write(script, resource.readAllBytes());
        }
        var command = new ArrayList<>(List.of(PYTHON, script.toString()));
        files.forEach(file -> command.add(file.toString()));
        var lines = output(command)
                .orElseThrow(() -> new MeasurementException("astroalign ended with an error"))
                .lines()
                .toList();
        var distances = new ArrayList<Double>();
        for (var i = 0; i < lines.size(); i++) {
            var numbers = Stream.of(lines.get(i).split(" "))
                    .filter(word -> !word.equals("none"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (numbers.length == NUMBERS) {
                var pose = new Pose(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
                distances.add(RegistrationQuality.distance(pose, night.toFirst(i + 1)));
            }
        }
        distances.sort(Double::compare);
        return List.of(
                Figure.told(
                        "astroalign on one of these nights, median distance",
                        distances.get(distances.size() / 2),
                        "px"),
                Figure.told(
                        "exposures that astroalign lays on the first", distances.size() / (double) lines.size(), ""));
    }

    /** What a program says; empty where it fails. */
    private static Optional<String> output(List<String> command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
    }
}
