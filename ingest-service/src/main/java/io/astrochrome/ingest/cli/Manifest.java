package io.astrochrome.ingest.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        Path folder = manifest.toAbsolutePath().getParent();
        try (BufferedReader in = Files.newBufferedReader(manifest, StandardCharsets.UTF_8)) {
            CsvLines lines = new CsvLines(in);
            List<String> heading = lines.read();
            if (heading == null || !heading.contains("file")) {
                throw new IOException(manifest + " is no manifest: its heading has no column named file");
            }
            List<FrameFile> files = new ArrayList<>();
            for (List<String> line = lines.read(); line != null; line = lines.read()) {
                if (line.size() != heading.size()) {
                    throw new IOException(manifest + ": record " + (files.size() + 1) + " has " + line.size()
                            + " fields, its heading " + heading.size());
                }
                files.add(frame(folder, row(heading, line)));
            }
            return files;
        }
    }

    private static Map<String, String> row(List<String> heading, List<String> line) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < line.size(); i++) {
            if (!line.get(i).isBlank()) {
                row.put(heading.get(i), line.get(i).strip());
            }
        }
        return row;
    }

    private static FrameFile frame(Path folder, Map<String, String> row) {
        Map<String, String> parameters = new LinkedHashMap<>();
        copy(row, "split", parameters, "purpose");
        copy(row, "group", parameters, "target");
        copy(row, "object", parameters, "target");
        copy(row, "palette", parameters, "palette");
        for (String label : LABELS) {
            copy(row, label, parameters, "label." + label);
        }
        return new FrameFile(folder.resolve(row.getOrDefault("file", "")), parameters);
    }

    private static void copy(Map<String, String> row, String column, Map<String, String> parameters, String name) {
        if (row.containsKey(column)) {
            parameters.put(name, row.get(column));
        }
    }
}
