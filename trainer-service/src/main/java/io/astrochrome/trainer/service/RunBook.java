package io.astrochrome.trainer.service;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Where every run of this trainer stands: in memory, on disk, and told. Thread-safe. */
@Singleton
class RunBook {
    private static final Logger LOG = Logger.getLogger(RunBook.class);

    private final RunFolder folder;
    private final RunTeller teller;
    private final Map<String, RunStatus> runs = new LinkedHashMap<>();
    private boolean open;

    RunBook(TrainerConfig config, RunTeller teller) {
        this.folder = new RunFolder(config.runFolder());
        this.teller = teller;
    }

    /** Reads what is on disk when it is first called: the runs that are not over. Later there is nothing more to take up. */
    synchronized List<RunStatus> open() throws IOException {
        if (open) {
            return List.of();
        }
        open = true;
        folder.all().forEach(run -> runs.put(run.request().runId(), run));
        return unfinished();
    }

    /** Runs that wait or are under way. */
    synchronized List<RunStatus> unfinished() {
        return runs.values().stream().filter(run -> !run.over()).toList();
    }

    /** All runs, the oldest first. */
    synchronized List<RunStatus> all() {
        return new ArrayList<>(runs.values());
    }

    synchronized Optional<RunStatus> run(String runId) {
        return Optional.ofNullable(runs.get(runId));
    }

    /** The run of that reason that waits or is under way; none for those without a reason. */
    synchronized Optional<RunStatus> underWayFor(String reason) {
        return unfinished().stream()
                .filter(run -> reason != null && reason.equals(run.request().reason()))
                .findFirst();
    }

    /**
     * Takes in a new run.
     *
     * @throws IOException where it cannot be kept; nobody is told of it then
     */
    synchronized void add(RunStatus run) throws IOException {
        folder.save(run);
        runs.put(run.request().runId(), run);
        teller.tell(run);
    }

    /** A run has got on; that it cannot be kept costs no more than what was learnt since it last could. */
    synchronized void update(RunStatus run) {
        runs.put(run.request().runId(), run);
        try {
            folder.save(run);
        } catch (IOException e) {
            LOG.warnf("the status of run %s is not on disk: %s", run.request().runId(), e.getMessage());
        }
        teller.tell(run);
    }

    /** Where a run keeps its checkpoints. */
    Path folder(String runId) {
        return folder.of(runId);
    }
}
