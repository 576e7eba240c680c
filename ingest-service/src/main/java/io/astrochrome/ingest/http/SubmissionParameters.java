package io.astrochrome.ingest.http;

import io.astrochrome.events.Purpose;
import io.astrochrome.imaging.palette.PaletteRequest;
import io.astrochrome.ingest.intake.Labels;
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
    private static final int MOST_PARAMETERS = 64;
    private static final int MOST_LETTERS = 1024;
    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    private final Map<String, String> values = new HashMap<>();
    private final boolean mayTeach;

    /**
     * None yet.
     *
     * @param mayTeach whether the sender's frames may be for training and validation: those decide which model colours
     */
    SubmissionParameters(boolean mayTeach) {
        this.mayTeach = mayTeach;
    }

    /**
     * Takes a value.
     *
     * @throws BadRequest where there are more, or longer ones, than anybody has to say
     */
    void put(String name, String value) {
        if (name.length() > MOST_LETTERS || value.length() > MOST_LETTERS) {
            throw new BadRequest("a parameter and its name have at most " + MOST_LETTERS + " characters each");
        }
        values.put(name, value.strip());
        if (values.size() > MOST_PARAMETERS) {
            throw new BadRequest("there are at most " + MOST_PARAMETERS + " parameters");
        }
    }

    void putAll(Map<String, List<String>> query) {
        query.forEach((name, given) -> given.forEach(value -> put(name, value)));
    }

    /**
     * What is said about a frame.
     *
     * @param fileName as the frame's own part of the request says, where it does
     * @throws BadRequest where a value is none of those allowed
     * @throws Forbidden where the sender may not say so
     */
    Submission submission(Optional<String> fileName) {
        return new Submission(
                fileName.or(() -> value(FILE_NAME)).orElse(""),
                value("target"),
                value("folder"),
                purpose(),
                value("palette").map(SubmissionParameters::palette),
                value("source").map(SubmissionParameters::source).orElse("http"),
                labels());
    }

    private Labels labels() {
        Map<String, String> labels = new HashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(LABEL_PREFIX) && !value.isEmpty()) {
                labels.put(name.substring(LABEL_PREFIX.length()), value);
            }
        });
        try {
            return new Labels(labels);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    private Purpose purpose() {
        Purpose purpose = value("purpose").map(SubmissionParameters::purpose).orElse(Purpose.LIVE);
        if (purpose != Purpose.LIVE && !mayTeach) {
            throw new Forbidden("frames for " + purpose.name().toLowerCase(Locale.ROOT)
                    + " are for the role operator to send: models are taught and judged by them");
        }
        return purpose;
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
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    private static String source(String name) {
        if (!SOURCE.matcher(name).matches()) {
            throw new BadRequest("source must be a short lower-case word, not " + name.toLowerCase(Locale.ROOT));
        }
        return name;
    }
}
