package io.astrochrome.colorize.cli.night;

import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.decode.ProbeOutcome;
import io.astrochrome.imaging.decode.Probed;
import io.astrochrome.imaging.exposure.SubFacts;
import io.astrochrome.imaging.filter.FilterNames;
import io.astrochrome.imaging.filter.FilterRole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A night's files by what they show, in the order in which they were exposed; those without a time in that of their names. */
final class NightFiles {
    private final FrameDecoder decoder;

    NightFiles(FrameDecoder decoder) {
        this.decoder = decoder;
    }

    /** A file and when it was exposed, or null. */
    private record Exposed(Path file, @Nullable Instant at) {}

    /**
     * Files by what they are for.
     *
     * @param targets exposures by target, in their order
     * @param calibration darks, flats and bias frames
     */
    record Sorted(Map<String, List<Path>> targets, List<Path> calibration) {}

    /**
     * Sorts a night's files. A calibration frame is what its header calls so; where it does not say, what is in a folder that is
     * called after such frames and nothing else.
     */
    Sorted sorted(Collection<Path> files) {
        Map<Path, ProbeOutcome> probed = new LinkedHashMap<>();
        List<Path> calibration = new ArrayList<>();
        for (Path file : files) {
            ProbeOutcome outcome = decoder.probe(file, file.getFileName().toString());
            if (isCalibration(file, outcome)) {
                calibration.add(file);
            } else {
                probed.put(file, outcome);
            }
        }
        return new Sorted(byTarget(probed), calibration);
    }

    private static boolean isCalibration(Path file, ProbeOutcome outcome) {
        Optional<SubFacts.Kind> said =
                outcome instanceof Probed probed ? probed.imageType().flatMap(SubFacts.Kind::of) : Optional.empty();
        return said.or(() -> folderName(file).flatMap(SubFacts.Kind::ofFolder))
                .filter(kind -> kind != SubFacts.Kind.LIGHT)
                .isPresent();
    }

    /**
     * Files by target: OBJECT without regard to case and blanks, as the first file spells it; else the folder, or the one above
     * where a folder is named after a filter.
     */
    private static Map<String, List<Path>> byTarget(Map<Path, ProbeOutcome> files) {
        Map<String, String> spelling = new TreeMap<>();
        Map<String, List<Exposed>> targets = new TreeMap<>();
        files.forEach((file, outcome) -> {
            String object = outcome instanceof Probed probed ? probed.object().orElse("") : "";
            String name = object.isBlank() ? folder(file) : object.trim();
            String key = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
            spelling.putIfAbsent(key, name);
            targets.computeIfAbsent(key, none -> new ArrayList<>())
                    .add(new Exposed(
                            file,
                            outcome instanceof Probed probed
                                    ? probed.exposedAt().orElse(null)
                                    : null));
        });
        Map<String, List<Path>> ordered = new TreeMap<>();
        targets.forEach((key, exposures) -> ordered.put(
                spelling.get(key),
                exposures.stream()
                        .sorted(Comparator.comparing(Exposed::at, Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(Exposed::file))
                        .map(Exposed::file)
                        .toList()));
        return ordered;
    }

    /** The name of the folder that the file is in; the root of all has none. */
    static Optional<String> folderName(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().normalize().getParent())
                .map(Path::getFileName)
                .map(Path::toString);
    }

    private static String folder(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        while (folder != null
                && folder.getFileName() != null
                && isFilter(folder.getFileName().toString())) {
            folder = folder.getParent();
        }
        return folder == null || folder.getFileName() == null
                ? "target"
                : folder.getFileName().toString();
    }

    static boolean isFilter(String name) {
        return FilterNames.STANDARD.role(name) != FilterRole.UNKNOWN;
    }
}
