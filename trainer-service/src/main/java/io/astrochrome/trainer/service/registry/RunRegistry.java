package io.astrochrome.trainer.service.registry;

import io.astrochrome.trainer.service.TrainerConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Every run that this trainer was given. That there is one, and how it ended, is what its folder says; how far one is in
 * between is here to be shown, and told. Thread-safe.
 */
@Singleton
public class RunRegistry {
    private static final Logger LOG = Logger.getLogger(RunRegistry.class);

    private final RunFolder folder;
    private final ProgressPublisher progress;
    private final Map<String, RunStatus> runs = new LinkedHashMap<>();
    private final int keptRuns;
    private boolean open;

    /** Those in the folder that the configuration names. */
    public RunRegistry(TrainerConfig config, ProgressPublisher progress) {
        if (config.keptRuns() < 1) {
            throw new IllegalArgumentException(
                    "astrochrome.trainer.kept-runs must be at least 1, not " + config.keptRuns());
        }
        this.keptRuns = config.keptRuns();
        this.folder = new RunFolder(config.runFolder());
        this.progress = progress;
    }

    /** Reads what is on disk when it is first called: the runs that are not over. Later there is nothing more to take up. */
    public synchronized List<RunStatus> open() throws IOException {
        if (open) {
            return List.of();
        }
        open = true;
        folder.all().forEach(run -> runs.put(run.request().runId(), run));
        thin();
        return unfinished();
    }

    private List<RunStatus> unfinished() {
        return runs.values().stream().filter(run -> !run.over()).toList();
    }

    /** All runs, the oldest first. */
    public synchronized List<RunStatus> all() {
        return new ArrayList<>(runs.values());
    }

    /** A run, where there is one of that id. */
    public synchronized Optional<RunStatus> run(String runId) {
        return Optional.ofNullable(runs.get(runId));
    }

    /** The run of that reason that waits or is under way; none for those without a reason. */
    public synchronized Optional<RunStatus> underWayFor(@Nullable String reason) {
        return unfinished().stream()
                .filter(run -> reason != null && reason.equals(run.request().reason()))
                .findFirst();
    }

    /**
     * Takes in a new run.
     *
     * @throws IOException where it cannot be kept; nobody is told of it then
     */
    public synchronized void add(RunStatus run) throws IOException {
        folder.save(run);
        runs.put(run.request().runId(), run);
        progress.publish(run);
    }

    /** A run has got on, or is over; an end that cannot be kept is found again after the next start. */
    public synchronized void update(RunStatus run) {
        runs.put(run.request().runId(), run);
        if (run.over()) {
            try {
                folder.save(run);
            } catch (IOException e) {
                LOG.warnf("the end of run %s is not on disk: %s", run.request().runId(), e.getMessage());
            }
        }
        if (run.over()) {
            thin();
        }
        progress.publish(run);
    }

    /** The models of ended runs are in the store; their folders would fill the disk in a year. */
    private void thin() {
        List<RunStatus> ended = runs.values().stream().filter(RunStatus::over).toList();
        for (RunStatus run : ended.subList(0, Math.max(0, ended.size() - keptRuns))) {
            try {
                folder.thin(run.request().runId());
            } catch (IOException e) {
                LOG.warnf("what run %s kept stays on disk: %s", run.request().runId(), e.getMessage());
            }
        }
    }

    /** Where a run keeps its checkpoints. */
    public Path folder(String runId) {
        return folder.of(runId);
    }
}
