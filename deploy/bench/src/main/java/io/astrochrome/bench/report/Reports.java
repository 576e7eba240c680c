package io.astrochrome.bench.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The reports of all measurements, one JSON file each; a new one replaces that of the same measurement. */
public final class Reports {
    private static final JsonMapper JSON =
            JsonMapper.builder().addMixIn(Figure.Bound.class, BoundKind.class).build();

    private final Path folder;

    public Reports(Path folder) {
        this.folder = folder;
    }

    /** Keeps a report; returns its file. */
    public Path write(Report report) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(report.measurement() + ".json");
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
        return file;
    }

    /** All that are kept, in the order of {@code measurements}. */
    public List<Report> read(List<String> measurements) throws IOException {
        var reports = new ArrayList<Report>();
        for (var measurement : measurements) {
            var file = folder.resolve(measurement + ".json");
            if (Files.exists(file)) {
                reports.add(JSON.readValue(file.toFile(), Report.class));
            }
        }
        return reports;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Figure.Bound.AtMost.class, name = "at most"),
        @JsonSubTypes.Type(value = Figure.Bound.AtLeast.class, name = "at least"),
        @JsonSubTypes.Type(value = Figure.Bound.None.class, name = "none")
    })
    private interface BoundKind {}
}
