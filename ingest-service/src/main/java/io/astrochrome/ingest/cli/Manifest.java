package io.astrochrome.ingest.cli;

import io.astrochrome.imaging.manifest.FrameManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of frames as CSV with a heading. Column {@code file} is relative to the manifest's folder; {@code split} is the
 * purpose; {@code object}, or {@code group} where that is empty, is the target; {@code palette} is asked for; these and {@code class}, {@code licence}
 * and {@code credit} go with the frame as labels. Other columns are passed over.
 */
final class Manifest {
    private static final List<String> LABELS = List.of("class", "group", "object", "licence", "credit");

    private Manifest() {}

    static List<FrameFile> read(Path manifest) throws IOException {
        return FrameManifest.read(manifest).stream()
                .map(record -> frame(manifest.toAbsolutePath(), record))
                .toList();
    }

    private static FrameFile frame(Path manifest, Map<String, String> row) {
        Map<String, String> parameters = new LinkedHashMap<>();
        copy(row, "split", parameters, "purpose");
        copy(row, "group", parameters, "target");
        copy(row, "object", parameters, "target");
        copy(row, "palette", parameters, "palette");
        for (String label : LABELS) {
            copy(row, label, parameters, "label." + label);
        }
        return new FrameFile(manifest.resolveSibling(row.get(FrameManifest.FILE)), parameters);
    }

    private static void copy(Map<String, String> row, String column, Map<String, String> parameters, String name) {
        if (row.containsKey(column)) {
            parameters.put(name, row.get(column));
        }
    }
}
