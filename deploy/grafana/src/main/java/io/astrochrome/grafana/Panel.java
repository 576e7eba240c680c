package io.astrochrome.grafana;

import java.util.List;

/**
 * One picture of a dashboard.
 *
 * @param description what it shows, and what to think of it
 * @param width of 24 columns
 */
public record Panel(String title, String description, Look look, Unit unit, int width, List<Query> queries) {
    private static final int COLUMNS = 24;

    /** How the figures are drawn. */
    public enum Look {
        LINES("timeseries", 8),
        STACK("timeseries", 8),
        FIGURE("stat", 4),
        TABLE("table", 8);

        private final String type;
        private final int height;

        Look(String type, int height) {
            this.type = type;
            this.height = height;
        }

        String type() {
            return type;
        }

        int height() {
            return height;
        }
    }

    public Panel {
        if (title.isBlank() || description.isBlank()) {
            throw new IllegalArgumentException("a panel needs a title and a description: " + title);
        }
        if (width < 1 || width > COLUMNS) {
            throw new IllegalArgumentException(title + " is " + width + " columns wide, of " + COLUMNS);
        }
        queries = List.copyOf(queries);
        if (queries.isEmpty()) {
            throw new IllegalArgumentException(title + " asks nothing");
        }
    }

    static Panel lines(String title, String description, Unit unit, int width, Query... queries) {
        return new Panel(title, description, Look.LINES, unit, width, List.of(queries));
    }

    static Panel stack(String title, String description, Unit unit, int width, Query... queries) {
        return new Panel(title, description, Look.STACK, unit, width, List.of(queries));
    }

    static Panel figure(String title, String description, Unit unit, int width, Query... queries) {
        return new Panel(title, description, Look.FIGURE, unit, width, List.of(queries));
    }

    static Panel table(String title, String description, Unit unit, int width, Query... queries) {
        return new Panel(title, description, Look.TABLE, unit, width, List.of(queries));
    }
}
