package io.astrochrome.trainer.service.queue;

import io.astrochrome.events.training.RetrainRequest;
import io.astrochrome.events.training.TrainingState;
import io.astrochrome.platform.retry.Retry;
import io.astrochrome.storage.StoreUnavailableException;
import io.astrochrome.trainer.recipe.Recipes;
import io.astrochrome.trainer.run.RunOutcome;
import io.astrochrome.trainer.run.RunPlan;
import io.astrochrome.trainer.run.TrainingRun;
import io.astrochrome.trainer.service.TrainerConfig;
import io.astrochrome.trainer.service.lease.LeaseRenewal;
import io.astrochrome.trainer.service.lease.RunLease;
import io.astrochrome.trainer.service.lease.RunLeases;
import io.astrochrome.trainer.service.model.ModelPublisher;
import io.astrochrome.trainer.service.registry.RunRegistry;
import io.astrochrome.trainer.service.registry.RunRequest;
import io.astrochrome.trainer.service.registry.RunStatus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes requests for runs and carries them out one after the other on a thread of its own. A request is on disk before it
 * is accepted; the same one twice is one run; one whose reason has a run under way is dropped; one that another trainer has
 * is left to it, for as long as it is at work; a run that a stop of the service interrupted goes on at the next start.
 * Thread-safe.
 */
@Singleton
public class RunQueue {
    private static final Logger LOG = Logger.getLogger(RunQueue.class);
    private static final long GRACE_SECONDS = 30;
    private static final Duration BETWEEN_STATUSES = Duration.ofSeconds(5);

    private final TrainerConfig config;
    private final RunMaterial material;
    private final RunRegistry registry;
    private final ModelPublisher publisher;
    private final RunLeases leases;
    private final LeaseRenewal renewal;
    private final Retry retry;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread worker = new Thread(task, "training");
        worker.setDaemon(true);
        return worker;
    });
    private @Nullable TrainingRun current;
    private @Nullable String currentId;
    private boolean closing;

    RunQueue(
            TrainerConfig config,
            RunMaterial material,
            RunRegistry registry,
            ModelPublisher publisher,
            RunLeases leases,
            LeaseRenewal renewal) {
        this.config = config;
        this.material = material;
        this.registry = registry;
        this.publisher = publisher;
        this.leases = leases;
        this.renewal = renewal;
        this.retry = new Retry(config.retryEvery(), config.retryEvery(), RunQueue::mayPass);
    }

    void start(@Observes StartupEvent event) throws IOException {
        takeUp();
    }

    /** What is on disk comes first, also where a request is there before the service's start is told. */
    private synchronized void takeUp() throws IOException {
        for (RunStatus run : registry.open()) {
            LOG.infof("run %s goes on", run.request().runId());
            queue(run.request());
        }
    }

    /**
     * Accepts a request.
     *
     * @return the run, which may have been there before
     * @throws IOException where the recipe is none, or the request cannot be kept
     */
    public RunStatus submit(RunRequest request) throws IOException {
        if (!RetrainRequest.FINE_TUNE.equals(request.recipe())) {
            Recipes.named(request.recipe(), config.recipeFolder());
        }
        synchronized (this) {
            takeUp();
            Optional<RunStatus> known = registry.run(request.runId());
            if (known.isPresent()) {
                return known.get();
            }
            RunStatus queued = RunStatus.queued(request);
            Optional<RunStatus> same = registry.underWayFor(request.reason());
            if (same.isPresent()) {
                RunStatus dropped = queued.ended(
                        TrainingState.STOPPED,
                        "run " + same.get().request().runId() + " is under way for the same reason");
                LOG.infof("run %s is dropped: %s", request.runId(), dropped.message());
                registry.add(dropped);
                return dropped;
            }
            registry.add(queued);
            queue(request);
            return queued;
        }
    }

    private synchronized void queue(RunRequest request) {
        if (!closing) {
            thread.execute(() -> carryOut(request));
        }
    }

    /** All runs, the oldest first. */
    public List<RunStatus> runs() {
        return registry.all();
    }

    /** A run, where there is one of that id. */
    public Optional<RunStatus> run(String runId) {
        return registry.run(runId);
    }

    /** Ends a run after its current step; one that is queued does not start. */
    public synchronized void stop(String runId) {
        Optional<RunStatus> run = registry.run(runId).filter(known -> !known.over());
        if (run.isPresent() && runId.equals(currentId) && current != null) {
            current.stop();
        } else if (run.isPresent()) {
            registry.update(run.get().ended(TrainingState.STOPPED, "it was stopped before it began"));
        }
    }

    private void carryOut(RunRequest request) {
        String runId = request.runId();
        synchronized (this) {
            if (closing || isOver(request)) {
                return;
            }
            currentId = runId;
        }
        StatusListener status = new StatusListener(RunStatus.queued(request), BETWEEN_STATUSES, registry::update);
        try {
            if (isToBeDone(request, status)) {
                renewal.of(runId);
                train(request, status);
            }
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "run %s failed", runId);
            status.failed(e.getMessage());
        } finally {
            renewal.of(null);
            synchronized (this) {
                current = null;
                currentId = null;
            }
        }
    }

    /** Whether it is this trainer's to do; where another is at work, it is looked at again behind what waits here. */
    private boolean isToBeDone(RunRequest request, StatusListener status) throws IOException {
        RunLease lease = retry.until(name(request), () -> leases.ask(RunStatus.queued(request)))
                .orElse(null);
        if (lease instanceof RunLease.Published before) {
            status.doneBefore(before.model());
        } else if (lease instanceof RunLease.Over over) {
            status.overElsewhere(over.end());
        } else if (lease instanceof RunLease.Taken taken) {
            LOG.infof("run %s is left to trainer %s", request.runId(), taken.trainer());
            retry.rest();
            queue(request);
        }
        return lease instanceof RunLease.Granted;
    }

    private void train(RunRequest request, StatusListener status) throws IOException {
        Optional<RunPlan> plan =
                retry.until(name(request), () -> material.plan(request, registry.folder(request.runId())));
        if (plan.isEmpty()) {
            return;
        }
        TrainingRun run = new TrainingRun(plan.get(), status);
        synchronized (this) {
            if (closing || isOver(request)) {
                return;
            }
            current = run;
        }
        RunOutcome outcome = run.run();
        if (outcome.isUnderWay(isClosing())) {
            return;
        }
        // Its model is published first, so that who hears of the end finds it.
        if (!outcome.isPublishable() || publish(request, plan.get(), outcome)) {
            status.ended(outcome);
        }
    }

    /** False where the service stops before it is published. */
    private boolean publish(RunRequest request, RunPlan plan, RunOutcome outcome) {
        try {
            return retry.until(name(request), () -> {
                        publisher.publish(plan, outcome);
                        return plan;
                    })
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOver(RunRequest request) {
        return registry.run(request.runId()).filter(run -> !run.over()).isEmpty();
    }

    /** An outage of broker or store costs a run time and nothing else. */
    private static boolean mayPass(Exception failure) {
        return failure instanceof KafkaException || failure instanceof StoreUnavailableException;
    }

    private static String name(RunRequest request) {
        return "run " + request.runId();
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    /** Lets the run in progress end its step and write a checkpoint; it goes on at the next start. */
    void close(@Observes ShutdownEvent event) {
        synchronized (this) {
            closing = true;
            retry.close();
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
