package io.astrochrome.grafana;

import java.util.List;
import java.util.Locale;

/**
 * A rule that calls for someone.
 *
 * @param name also its runbook's: {@code deploy/docs/runbooks/NAME.md}
 * @param expression when it is true of a series
 * @param measured what the expression compares, without thresholds: asked for by itself, each gives data while frames flow
 * @param lasting for how long it has to be true, as Prometheus writes durations
 * @param summary a sentence with the labels that matter
 * @param description what it means, with the figure
 */
public record Alert(
        String name,
        String expression,
        List<String> measured,
        String lasting,
        Severity severity,
        String summary,
        String description) {
    /** How soon someone should come. */
    public enum Severity {
        /** At once: frames are not coloured. */
        CRITICAL,
        /** Today. */
        WARNING;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Alert {
        if (!name.matches("[A-Z][A-Za-z0-9]+")) {
            throw new IllegalArgumentException("an alert's name is in CamelCase, not " + name);
        }
        if (summary.isBlank() || description.isBlank()) {
            throw new IllegalArgumentException(name + " needs a summary and a description");
        }
        measured = List.copyOf(measured);
        if (measured.isEmpty() || !measured.stream().allMatch(expression::contains)) {
            throw new IllegalArgumentException(name + " compares " + measured + ", which " + expression + " lacks");
        }
    }
}
