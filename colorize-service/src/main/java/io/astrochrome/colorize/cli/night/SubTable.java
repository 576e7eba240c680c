package io.astrochrome.colorize.cli.night;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Every exposure with its fate, for people and their spreadsheets (CSV) and for programs (JSON). */
final class SubTable {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private SubTable() {}

    static void write(Path csv, Path json, String target, List<SubRow> rows) throws IOException {
        JSON.writeValue(json.toFile(), Map.of("target", target, "subs", rows));
        try (Writer out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8);
                CSVPrinter table = new CSVPrinter(
                        out,
                        CSVFormat.RFC4180
                                .builder()
                                .setHeader(
                                        "file",
                                        "stacked",
                                        "reason",
                                        "filter",
                                        "role",
                                        "seconds",
                                        "stars",
                                        "fwhm",
                                        "elongation",
                                        "background",
                                        "noise",
                                        "dx",
                                        "dy",
                                        "rotation",
                                        "scale",
                                        "residual",
                                        "brightness",
                                        "weight",
                                        "calibration")
                                .get())) {
            for (SubRow row : rows) {
                table.printRecord(
                        row.file(),
                        row.stacked(),
                        row.reason(),
                        row.filter(),
                        row.role(),
                        row.seconds(),
                        row.stars(),
                        row.fwhm(),
                        row.elongation(),
                        row.background(),
                        row.noise(),
                        row.dx(),
                        row.dy(),
                        row.rotation(),
                        row.scale(),
                        row.residual(),
                        row.brightness(),
                        row.weight(),
                        row.calibration());
            }
        }
    }
}
