package io.astrochrome.trainer.service;

import io.astrochrome.events.ModelPublished;
import io.astrochrome.events.RetrainRequest;
import io.astrochrome.events.TrainingState;
import io.astrochrome.storage.StoreUnavailableException;
import io.astrochrome.trainer.recipe.Recipes;
import io.astrochrome.trainer.run.TrainingRun;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Takes requests for runs and carries them out one after the other on a thread of its own. A request is on disk before it
 * is accepted; the same one twice is one run; one whose reason has a run under way is dropped; a run that a stop of the service interrupted goes on at the next start.
 * Thread-safe.
 */
@Singleton
public class RunDesk {
    private static final Logger LOG = Logger.getLogger(RunDesk.class);
    private static final long GRACE_SECONDS = 30;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

    private final TrainerConfig config;
    private final RunStarter starter;
    private final RunTeller teller;
    private final RunFolder folder;
    private final Map<String, RunStatus> runs = new LinkedHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread worker = new Thread(task, "training");
        worker.setDaemon(true);
        return worker;
    });
    private TrainingRun current;
    private String currentId;
    private boolean closing;

    RunDesk(TrainerConfig config, RunStarter starter, RunTeller teller) {
        this.config = config;
        this.starter = starter;
        this.teller = teller;
        this.folder = new RunFolder(config.runFolder());
    }

    void takeUp(@Observes StartupEvent event) throws IOException {
        for (RunStatus run : folder.all()) {
            synchronized (this) {
                runs.put(run.request().runId(), run);
            }
            if (!run.over()) {
                LOG.infof("run %s goes on", run.request().runId());
                queue(run.request());
            }
        }
    }

    /**
     * Accepts a request.
     *
     * @return the run, which may have been there before
     * @throws IOException where the recipe is none, or the request cannot be kept
     */
    public RunStatus request(RunRequest request) throws IOException {
        if (!RetrainRequest.FINE_TUNE.equals(request.recipe())) {
            Recipes.named(request.recipe(), config.recipeFolder());
        }
        synchronized (this) {
            RunStatus known = runs.get(request.runId());
            if (known != null) {
                return known;
            }
            RunStatus queued = RunStatus.queued(request);
            Optional<RunStatus> same = underWayFor(request.reason());
            if (same.isPresent()) {
                RunStatus dropped = queued.ended(
                        TrainingState.STOPPED,
                        "run " + same.get().request().runId() + " is under way for the same reason");
                LOG.infof("run %s is dropped: %s", request.runId(), dropped.message());
                update(dropped);
                return dropped;
            }
            folder.save(queued);
            runs.put(request.runId(), queued);
            queue(request);
            teller.tell(queued);
            return queued;
        }
    }

    private Optional<RunStatus> underWayFor(String reason) {
        return runs.values().stream()
                .filter(run -> reason != null && reason.equals(run.request().reason()) && !run.over())
                .findFirst();
    }

    private void queue(RunRequest request) {
        thread.execute(() -> carryOut(request));
    }

    /** All runs, the oldest first. */
    public synchronized List<RunStatus> runs() {
        return new ArrayList<>(runs.values());
    }

    /** A run, where there is one of that id. */
    public synchronized Optional<RunStatus> run(String runId) {
        return Optional.ofNullable(runs.get(runId));
    }

    /** Ends a run after its current step; one that is queued does not start. */
    public synchronized void stop(String runId) {
        RunStatus run = runs.get(runId);
        if (run == null || run.over()) {
            return;
        }
        if (runId.equals(currentId) && current != null) {
            current.stop();
        } else {
            update(run.ended(TrainingState.STOPPED, "it was stopped before it began"));
        }
    }

    private void carryOut(RunRequest request) {
        synchronized (this) {
            if (closing || runs.get(request.runId()).over()) {
                return;
            }
            currentId = request.runId();
        }
        RunFollower follower = new RunFollower(RunStatus.queued(request), config.progressEvery(), this::update);
        try {
            Optional<RunStarter.StartedRun> prepared = prepare(request, follower);
            if (prepared.isEmpty()) {
                return;
            }
            RunStarter.StartedRun started = prepared.get();
            synchronized (this) {
                current = started.run();
                if (closing) {
                    return;
                }
            }
            follower.ended(started.run().run(), outcome -> starter.publish(started, outcome), this::isClosing);
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "run %s failed", request.runId());
            follower.failed(e.getMessage());
        } finally {
            synchronized (this) {
                current = null;
                currentId = null;
            }
        }
    }

    /** Waits as long as broker or store are away; empty where there is nothing more to do. */
    private Optional<RunStarter.StartedRun> prepare(RunRequest request, RunFollower follower) throws IOException {
        while (!isClosing()) {
            try {
                Optional<ModelPublished> done = starter.alreadyDone(request);
                if (done.isPresent()) {
                    follower.doneBefore(done.get());
                    return Optional.empty();
                }
                return Optional.of(starter.prepare(request, folder.of(request.runId()), follower));
            } catch (KafkaException | StoreUnavailableException e) {
                LOG.warnf("run %s waits for broker and store: %s", request.runId(), e.getMessage());
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
        return Optional.empty();
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    private synchronized void update(RunStatus status) {
        runs.put(status.request().runId(), status);
        try {
            folder.save(status);
        } catch (IOException e) {
            LOG.warnf(
                    "the status of run %s is not on disk: %s", status.request().runId(), e.getMessage());
        }
        teller.tell(status);
    }

    /** Lets the run in progress end its step and write a checkpoint; it goes on at the next start. */
    void close(@Observes ShutdownEvent event) {
        synchronized (this) {
            closing = true;
            if (current != null) {
                current.stop();
            }
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the step did not end in time; the run goes on from its last checkpoint");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
