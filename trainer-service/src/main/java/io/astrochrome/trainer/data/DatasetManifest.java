package io.astrochrome.trainer.data;

import io.astrochrome.events.Purpose;
import io.astrochrome.imaging.manifest.FrameManifest;
import io.astrochrome.imaging.manifest.ManifestFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A data folder's {@code manifest.csv}: its columns {@code file} and {@code split} ({@code train} or {@code validation})
 * must be there; {@code group}, {@code class}, {@code object}, {@code licence}, {@code credit} and {@code source} may be;
 * others are passed over.
 */
public record DatasetManifest(List<ManifestEntry> entries) {
    /** The file's name in the data folder. */
    public static final String FILE_NAME = "manifest.csv";

    public DatasetManifest {
        entries = List.copyOf(entries);
    }

    /**
     * Reads the manifest of a data folder.
     *
     * @throws DataException where there is none, or a line breaks a rule, or a group is on both sides of the split
     * @throws IOException where it cannot be read
     */
    public static DatasetManifest read(Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        if (!Files.isRegularFile(file)) {
            throw new DataException(folder + " holds no " + FILE_NAME + ": it names each picture and its split");
        }
        try {
            return of(FrameManifest.read(file));
        } catch (ManifestFormatException e) {
            throw new DataException(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new DataException(file + ": " + e.getMessage(), e);
        }
    }

    private static DatasetManifest of(List<Map<String, String>> records) {
        List<ManifestEntry> entries =
                records.stream().map(DatasetManifest::entry).toList();
        refuseSharedGroups(entries);
        return new DatasetManifest(entries);
    }

    private static ManifestEntry entry(Map<String, String> record) {
        String split = record.get("split");
        if (split == null) {
            throw new IllegalArgumentException(record.get(FrameManifest.FILE) + " has no split");
        }
        Purpose purpose =
                switch (split.toLowerCase(Locale.ROOT)) {
                    case "train" -> Purpose.TRAIN;
                    case "validation" -> Purpose.VALIDATION;
                    default ->
                        throw new IllegalArgumentException(
                                record.get(FrameManifest.FILE) + ": a split is train or validation, not " + split);
                };
        return new ManifestEntry(
                record.getOrDefault(FrameManifest.FILE, ""),
                purpose,
                record.getOrDefault("group", ""),
                record.getOrDefault("class", ""),
                record.getOrDefault("object", ""),
                record.getOrDefault("licence", ""),
                record.getOrDefault("credit", ""),
                record.getOrDefault("source", ""));
    }

    /** A group on both sides would let a model be measured on what it has learnt by heart. */
    private static void refuseSharedGroups(List<ManifestEntry> entries) {
        Map<String, Purpose> sides = new HashMap<>();
        for (ManifestEntry entry : entries) {
            if (entry.group().isEmpty()) {
                continue;
            }
            Purpose other = sides.putIfAbsent(entry.group(), entry.purpose());
            if (other != null && other != entry.purpose()) {
                throw new IllegalArgumentException("group " + entry.group() + " is on both sides of the split");
            }
        }
    }
}
