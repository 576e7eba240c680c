package io.astrochrome.trainer.card;

import io.astrochrome.events.Purpose;
import io.astrochrome.trainer.data.DatasetManifest;
import io.astrochrome.trainer.data.ManifestEntry;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Whose pictures a model has learnt from, and under which licences; from the manifest's columns alone. */
public final class Credits {
    private final List<ManifestEntry> learnt;

    /** Of the pictures for training. */
    public Credits(DatasetManifest manifest) {
        learnt = manifest.entries().stream()
                .filter(entry -> entry.purpose() == Purpose.TRAIN)
                .toList();
    }

    /** How many pictures there are of each kind of licence; kinds without any are left out. */
    Map<LicenceKind, Integer> kinds() {
        Map<LicenceKind, Integer> kinds = new EnumMap<>(LicenceKind.class);
        learnt.forEach(entry -> kinds.merge(LicenceKind.of(entry.licence()), 1, Integer::sum));
        return kinds;
    }

    /** How many pictures. */
    int pictures() {
        return learnt.size();
    }

    /** A line for each name and licence, the most pictures first. */
    public String toText() {
        Map<String, Long> counts = learnt.stream()
                .collect(Collectors.groupingBy(
                        entry -> name(entry) + "  |  " + (entry.licence().isBlank() ? "not stated" : entry.licence()),
                        LinkedHashMap::new,
                        Collectors.counting()));
        StringBuilder text = new StringBuilder("""
                Whose pictures the shipped models have learnt from: number of pictures, credit, licence as its source states it.
                Where a source names no person, the collection that the picture was taken from stands for it.
                """);
        counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Long> line) -> -line.getValue())
                        .thenComparing(Map.Entry::getKey))
                .forEach(line -> text.append(String.format(Locale.ROOT, "%5d  %s%n", line.getValue(), line.getKey())));
        return text.toString();
    }

    private static String name(ManifestEntry entry) {
        if (!entry.credit().isBlank()) {
            return entry.credit().strip();
        }
        return entry.source().isBlank()
                ? "not named"
                : "collected in the public repository "
                        + entry.source().replaceFirst("^github:", "").strip();
    }
}
