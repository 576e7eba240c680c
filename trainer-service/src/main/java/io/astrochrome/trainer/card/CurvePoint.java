package io.astrochrome.trainer.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One measurement of a run.
 *
 * @param best whether it was the best so far
 * @param figures by name
 */
public record CurvePoint(long step, boolean best, Map<String, Double> figures) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public CurvePoint {
        figures = Map.copyOf(figures);
    }

    /**
     * The points of a run's {@code curve.jsonl}.
     *
     * @throws IOException where it cannot be read, or a line is not JSON
     */
    public static List<CurvePoint> read(Path file) throws IOException {
        List<CurvePoint> points = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                points.add(of(JSON.readTree(line)));
            }
        }
        return points;
    }

    private static CurvePoint of(JsonNode line) {
        Map<String, Double> figures = new LinkedHashMap<>();
        line.properties().forEach(entry -> {
            if (entry.getValue().isNumber() && !entry.getKey().equals("step")) {
                figures.put(entry.getKey(), entry.getValue().asDouble());
            }
        });
        return new CurvePoint(line.path("step").asLong(), line.path("best").asBoolean(), figures);
    }
}
