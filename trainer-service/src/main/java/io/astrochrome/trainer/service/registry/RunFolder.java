package io.astrochrome.trainer.service.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.astrochrome.trainer.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders of all runs. What was asked for and how it ended is in a run's {@code status.json}, how far it is in its
 * checkpoint beside that; a run without an end is taken up again.
 */
public final class RunFolder {
    private static final String STATUS = "status.json";
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Path folder;

    /** The folders in that one, which need not be there yet. */
    public RunFolder(Path folder) {
        this.folder = folder;
    }

    /** Where a run keeps its checkpoints. */
    Path of(String runId) {
        return folder.resolve(runId);
    }

    /**
     * Keeps that a run was asked for, or how it ended, in place of what was kept before.
     *
     * @throws IOException where it cannot be kept; what was kept before is whole
     */
    public void save(RunStatus status) throws IOException {
        Path own = Files.createDirectories(of(status.request().runId()));
        WholeFile.write(own.resolve(STATUS), JSON.writeValueAsBytes(status));
    }

    /** Deletes what a run has kept, but for how it ended. */
    void thin(String runId) throws IOException {
        Path own = of(runId);
        if (!Files.isDirectory(own)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(own)) {
            files = all.sorted(Comparator.reverseOrder()).toList(); // what is in a folder before the folder
        }
        for (Path file : files) {
            if (!file.equals(own) && !file.equals(own.resolve(STATUS))) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Every run that was ever asked for, the oldest first; one without an end is queued. */
    List<RunStatus> all() throws IOException {
        List<RunStatus> runs = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return runs;
        }
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path status :
                    folders.map(f -> f.resolve(STATUS)).filter(Files::exists).toList()) {
                RunStatus run = JSON.readValue(status.toFile(), RunStatus.class);
                runs.add(run.over() ? run : RunStatus.queued(run.request()));
            }
        }
        runs.sort((one, other) -> one.request().at().compareTo(other.request().at()));
        return runs;
    }
}
