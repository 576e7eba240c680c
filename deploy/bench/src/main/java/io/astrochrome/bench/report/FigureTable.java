package io.astrochrome.bench.report;

import io.astrochrome.bench.report.Figure.Bound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reports as a table of Markdown, and that table in a document between its markers. */
public final class FigureTable {
    private static final String START = "<!-- bench:start -->";
    private static final String END = "<!-- bench:end -->";
    private static final String MEASURED_ON = "Measured on ";
    private static final String BETWEEN_MACHINES = "; ";

    private FigureTable() {}

    /**
     * Replaces what is between the markers of the document; says so if there are none. Rows of measurements that there is no
     * report of stay as they are: they were measured elsewhere, or before.
     *
     * @param measurements names of all there are, in the table's order; rows of others go
     */
    public static void write(List<Report> reports, List<String> measurements, Path document) throws IOException {
        var text = Files.readString(document);
        var start = text.indexOf(START);
        var end = text.indexOf(END);
        if (start < 0 || end < start) {
            throw new IOException(document + " has no " + START + " and " + END + " to write figures between");
        }
        var before = text.substring(start + START.length(), end);
        Files.writeString(
                document,
                text.substring(0, start + START.length())
                        + "\n"
                        + markdown(reports, measurements, before)
                        + text.substring(end));
    }

    /** The figures, and below them the machines. */
    static String markdown(List<Report> reports, List<String> measurements, String before) {
        var table = new StringBuilder(
                "| `./run bench` | figure | measured | asked for | commit, date |\n| --- | --- | --- | --- | --- |\n");
        var machines = new LinkedHashSet<String>();
        for (var measurement : measurements) {
            var report = reports.stream()
                    .filter(each -> each.measurement().equals(measurement))
                    .findFirst();
            report.map(Report::machine).ifPresent(machines::add);
            var kept = before.lines()
                    .filter(row -> row.startsWith("| " + measurement + " |"))
                    .toList();
            if (report.isEmpty() && !kept.isEmpty()) {
                machinesIn(before).forEach(machines::add);
            }
            report.map(FigureTable::rows).orElse(kept).forEach(row -> table.append(row)
                    .append('\n'));
        }
        return table.append('\n')
                .append(MEASURED_ON)
                .append(String.join(BETWEEN_MACHINES, machines))
                .append(".\n")
                .toString();
    }

    private static Stream<String> machinesIn(String table) {
        return table.lines()
                .filter(line -> line.startsWith(MEASURED_ON))
                .map(line -> line.substring(MEASURED_ON.length(), line.lastIndexOf('.')))
                .flatMap(line -> Stream.of(line.split(BETWEEN_MACHINES, -1)));
    }

    private static List<String> rows(Report report) {
        return report.figures().stream()
                .map(figure -> String.format(
                        Locale.ROOT,
                        "| %s | %s | %s%s | %s | %s, %s |",
                        report.measurement(),
                        figure.name(),
                        measured(figure.value(), figure.unit()),
                        figure.isReached() ? "" : " (missed)",
                        asked(figure),
                        report.commit(),
                        report.date()))
                .toList();
    }

    private static String asked(Figure figure) {
        if (figure.bound() instanceof Bound.AtMost most) {
            return "at most " + measured(most.value(), figure.unit());
        }
        return figure.bound() instanceof Bound.AtLeast least
                ? "at least " + measured(least.value(), figure.unit())
                : "";
    }

    private static String measured(double value, String unit) {
        var size = Math.abs(value);
        var format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
        return (String.format(Locale.ROOT, format, value) + " " + unit).strip();
    }
}
