package io.astrochrome.trainer.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.astrochrome.events.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folders of all runs: what was asked for, and how it ended. A run without an end is taken up again. */
final class RunFolder {
    private static final String STATUS = "status.json";
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Path folder;

    RunFolder(Path folder) {
        this.folder = folder;
    }

    /** Where a run keeps its checkpoints. */
    Path of(String runId) {
        return folder.resolve(runId);
    }

    void save(RunStatus status) throws IOException {
        Path own = Files.createDirectories(of(status.request().runId()));
        Path partial = own.resolve(STATUS + ".partial");
        Files.write(partial, JSON.writeValueAsBytes(status));
        Files.move(partial, own.resolve(STATUS), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Every run that was ever asked for, the oldest first. A run that was under way counts as queued again. */
    List<RunStatus> all() throws IOException {
        List<RunStatus> runs = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return runs;
        }
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path status :
                    folders.map(f -> f.resolve(STATUS)).filter(Files::exists).toList()) {
                RunStatus run = JSON.readValue(status.toFile(), RunStatus.class);
                runs.add(run.state() == TrainingState.RUNNING ? RunStatus.queued(run.request()) : run);
            }
        }
        runs.sort((one, other) -> one.request().at().compareTo(other.request().at()));
        return runs;
    }
}
