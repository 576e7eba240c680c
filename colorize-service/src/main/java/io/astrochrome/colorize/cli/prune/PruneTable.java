package io.astrochrome.colorize.cli.prune;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.astrochrome.platform.prune.PruneReport;
import io.astrochrome.platform.prune.PruneReport.Tally;
import io.astrochrome.platform.prune.Verdict;
import io.astrochrome.storage.ObjectKind;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was found, for people and for programs.
 *
 * @param deleted whether what goes has gone
 */
record PruneTable(PruneReport report, boolean deleted) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROW = "%-12s %10s %10s   %s%n";
    private static final double KILO = 1000;
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    String text() {
        var text = new StringBuilder(
                String.format(Locale.ROOT, ROW, "kind", deleted ? "gone" : "would go", "bytes", "stays"));
        for (ObjectKind kind : report.kinds().keySet()) {
            Tally goes = report.of(kind, Verdict.GOES);
            text.append(
                    String.format(Locale.ROOT, ROW, kind.label(), goes.objects(), bytes(goes.bytes()), staying(kind)));
        }
        Tally all = report.of(Verdict.GOES);
        text.append(String.format(Locale.ROOT, "%d objects, %s, ", all.objects(), bytes(all.bytes())))
                .append(deleted ? "deleted." : "would be deleted; --yes deletes them.");
        return text.toString();
    }

    private String staying(ObjectKind kind) {
        String staying = Stream.of(Verdict.values())
                .filter(verdict -> verdict != Verdict.GOES)
                .filter(verdict -> report.of(kind, verdict).objects() > 0)
                .map(verdict -> report.of(kind, verdict).objects() + " " + verdict.label() + " ("
                        + bytes(report.of(kind, verdict).bytes()) + ")")
                .collect(Collectors.joining(", "));
        return staying.isEmpty() ? "none" : staying;
    }

    static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= KILO && unit < UNITS.length - 1) {
            value /= KILO;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
    }

    String json() {
        ObjectNode all = JSON.createObjectNode().put("deleted", deleted);
        put(all, report.of(Verdict.GOES));
        ObjectNode kinds = all.putObject("kinds");
        report.kinds().keySet().forEach(kind -> {
            ObjectNode verdicts = kinds.putObject(kind.label());
            for (Verdict verdict : Verdict.values()) {
                put(verdicts.putObject(verdict.label()), report.of(kind, verdict));
            }
        });
        return all.toPrettyString();
    }

    private static void put(ObjectNode node, Tally tally) {
        node.put("objects", tally.objects()).put("bytes", tally.bytes());
    }
}
