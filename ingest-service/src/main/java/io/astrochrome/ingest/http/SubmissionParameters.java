package io.astrochrome.ingest.http;

import io.astrochrome.events.Purpose;
import io.astrochrome.imaging.palette.PaletteRequest;
import io.astrochrome.ingest.intake.Submission;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a request says about its frames, in its query or in a form's text fields; a later value of a name wins. */
final class SubmissionParameters {
    static final String FILE_NAME = "fileName";
    private static final String LABEL_PREFIX = "label.";
    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    private final Map<String, String> values = new HashMap<>();

    void put(String name, String value) {
        values.put(name, value.strip());
    }

    void putAll(Map<String, List<String>> query) {
        query.forEach((name, given) -> given.forEach(value -> put(name, value)));
    }

    /**
     * What is said about a frame.
     *
     * @param fileName as the frame's own part of the request says, where it does
     * @throws BadRequest where a value is none of those allowed
     */
    Submission submission(Optional<String> fileName) {
        Map<String, String> labels = new HashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(LABEL_PREFIX) && !value.isEmpty()) {
                labels.put(name.substring(LABEL_PREFIX.length()), value);
            }
        });
        return new Submission(
                fileName.or(() -> value(FILE_NAME)).orElse(null),
                value("target"),
                value("folder"),
                value("purpose").map(SubmissionParameters::purpose).orElse(Purpose.LIVE),
                value("palette").map(SubmissionParameters::palette),
                value("source").map(SubmissionParameters::source).orElse("http"),
                labels);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    private static Purpose purpose(String name) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new BadRequest("purpose must be live, train or validation, not " + name));
    }

    private static String palette(String asked) {
        try {
            PaletteRequest.parse(asked);
            return asked;
        } catch (IllegalArgumentException e) {
            throw new BadRequest(e.getMessage());
        }
    }

    private static String source(String name) {
        if (!SOURCE.matcher(name).matches()) {
            throw new BadRequest("source must be a short lower-case word, not " + name.toLowerCase(Locale.ROOT));
        }
        return name;
    }
}
