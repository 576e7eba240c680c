package io.astrochrome.bench.report;

import io.astrochrome.bench.report.Figure.Bound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reports as a table of Markdown, and that table in a document between its markers. */
public final class FigureTable {
    private static final String START = "<!-- bench:start -->";
    private static final String END = "<!-- bench:end -->";

    private FigureTable() {}

    /** Replaces what is between the markers of the document; says so if there are none. */
    public static void write(List<Report> reports, Path document) throws IOException {
        var text = Files.readString(document);
        var start = text.indexOf(START);
        var end = text.indexOf(END);
        if (start < 0 || end < start) {
            throw new IOException(document + " has no " + START + " and " + END + " to write figures between");
        }
        Files.writeString(
                document, text.substring(0, start + START.length()) + "\n" + markdown(reports) + text.substring(end));
    }

    /** The figures, and below them the machines. */
    static String markdown(List<Report> reports) {
        var table = new StringBuilder("| figure | measured | asked for | commit, date |\n| --- | --- | --- | --- |\n");
        for (var report : reports) {
            for (var figure : report.figures()) {
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %s%s | %s | %s, %s |%n",
                        figure.name(),
                        measured(figure.value(), figure.unit()),
                        figure.isReached() ? "" : " (missed)",
                        asked(figure),
                        report.commit(),
                        report.date()));
            }
        }
        var machines = reports.stream().map(Report::machine).distinct().collect(Collectors.joining("; "));
        return table.append("\nMeasured on ").append(machines).append(".\n").toString();
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
