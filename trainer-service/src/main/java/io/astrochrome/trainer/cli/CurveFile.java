package io.astrochrome.trainer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.trainer.run.RunEvent;
import io.astrochrome.trainer.run.RunListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps each validation of a run as a line of JSON in {@value #NAME}, for charts and model cards. */
final class CurveFile implements RunListener {
    static final String NAME = "curve.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final PrintWriter screen;

    CurveFile(Path folder, PrintWriter screen) {
        this.file = folder.resolve(NAME);
        this.screen = screen;
    }

    @Override
    public void heard(RunEvent event) {
        if (event instanceof RunEvent.Validated validated) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("step", validated.step());
            line.put("best", validated.best());
            line.putAll(validated.figures().named());
            line.put("at", Instant.now().toString());
            append(line);
        }
    }

    private void append(Map<String, Object> line) {
        try {
            Files.writeString(
                    file, JSON.writeValueAsString(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            // What was learnt is worth more than its chart: the run goes on.
            screen.println("a line of " + file + " could not be written: " + e.getMessage());
        }
    }
}
