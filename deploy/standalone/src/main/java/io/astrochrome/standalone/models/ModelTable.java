package io.astrochrome.standalone.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Models and decisions as lines of text. */
public final class ModelTable {
    private static final int DIGITS = 12;

    private ModelTable() {}

    /** One line for a model: id, place, name, when, gain, and what was decided about it last. */
    public static String model(JsonNode model) {
        JsonNode gain = model.path("quality").path("gainDecibels");
        return String.format(
                Locale.ROOT,
                "%s  %-12s %-20s %s  %s  %s",
                digits(model.path("modelId")),
                place(model),
                model.path("name").asText(),
                minute(model.path("publishedAt")),
                gain.isNumber() ? String.format(Locale.ROOT, "%+.2f dB", gain.asDouble()) : "        ",
                model.has("decision")
                        ? model.path("decision").asText() + " by "
                                + model.path("decidedBy").asText() + ": "
                                + model.path("reason").asText()
                        : "not judged yet");
    }

    private static String place(JsonNode model) {
        String alias = model.path("alias").asText("");
        if (model.path("pinned").asBoolean()) {
            return alias + "*";
        }
        return model.has("mode") ? model.path("mode").asText() : alias;
    }

    /** One line for a decision: when, what, which model, who, why. */
    public static String decision(JsonNode decision) {
        return String.format(
                Locale.ROOT,
                "%s  %-11s %s  by %s: %s",
                minute(decision.path("at")),
                decision.path("kind").asText().toLowerCase(Locale.ROOT).replace('_', ' '),
                digits(decision.path("subjectModelId")),
                decision.path("decidedBy").asText(),
                decision.path("reason").asText());
    }

    /** What a decision is founded on, a line for each figure, the challenger's beside the champion's; none where it has none. */
    public static List<String> figures(JsonNode decision) {
        Map<String, StringJoiner> lines = new TreeMap<>();
        decision.path("figures").properties().forEach(figure -> {
            int dot = figure.getKey().indexOf('.');
            String owner = dot < 0 ? "" : figure.getKey().substring(0, dot) + " ";
            lines.computeIfAbsent(figure.getKey().substring(dot + 1), name -> new StringJoiner(", "))
                    .add(owner + figure.getValue().asText());
        });
        return lines.entrySet().stream()
                .map(line -> "    " + line.getKey() + ": " + line.getValue())
                .toList();
    }

    private static String digits(JsonNode id) {
        String text = id.asText("");
        return text.length() > DIGITS ? text.substring(0, DIGITS) : text;
    }

    private static String minute(JsonNode instant) {
        String text = instant.asText("");
        return text.length() < 16 ? text : text.substring(0, 16).replace('T', ' ');
    }
}
