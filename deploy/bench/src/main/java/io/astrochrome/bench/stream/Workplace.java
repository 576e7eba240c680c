package io.astrochrome.bench.stream;

import io.astrochrome.bench.report.MeasurementException;
import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.stack.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Where measurements work: the built project, and a folder of their own for data.
 *
 * @param folder may be emptied
 */
public record Workplace(Home home, Path folder) {
    /** The model that ships with the project. */
    public Path model() throws IOException, MeasurementException {
        return home.model().orElseThrow(() -> new MeasurementException("there is no model in " + home.models()));
    }

    /** The same with a model that ships, by its name. */
    Workplace choosing(String model) throws IOException {
        return new Workplace(home.choosing(model), folder);
    }

    /** The data folder of the stream that is measured. */
    public DataFolder data() {
        return new DataFolder(folder.resolve("data"));
    }

    /** The same, empty. */
    DataFolder emptyData() throws IOException {
        delete(data().root());
        return data().create();
    }

    /** Deletes a folder with all that is in it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
