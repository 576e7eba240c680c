package io.astrochrome.bench.report;

import java.util.List;

/**
 * The figures of one measurement, with what they belong to.
 *
 * @param commit of the working tree, with {@code +} where it had changes
 * @param machine in a line
 * @param date ISO, by day
 */
public record Report(String measurement, String commit, String machine, String date, List<Figure> figures) {
    public Report {
        figures = List.copyOf(figures);
    }
}
