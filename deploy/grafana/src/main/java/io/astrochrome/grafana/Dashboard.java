package io.astrochrome.grafana;

import java.util.List;
import java.util.stream.Stream;

/**
 * A page of Grafana.
 *
 * @param uid never changes, so that addresses of the page stay right; also the file's name
 */
public record Dashboard(
        String uid,
        String title,
        String description,
        List<Variable> variables,
        List<Annotation> annotations,
        List<Row> rows) {
    public Dashboard {
        if (!uid.matches("astrochrome-[a-z-]{1,28}")) {
            throw new IllegalArgumentException("a uid is astrochrome- and small letters, 40 in all, not " + uid);
        }
        variables = List.copyOf(variables);
        annotations = List.copyOf(annotations);
        rows = List.copyOf(rows);
    }

    /** All panels, from top to bottom. */
    public Stream<Panel> panels() {
        return rows.stream().flatMap(row -> row.panels().stream());
    }
}
