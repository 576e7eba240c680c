package io.astrochrome.trainer.service;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Purpose;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.StoreException;
import io.astrochrome.storage.StoreUnavailableException;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.run.RunBudget;
import io.astrochrome.trainer.run.RunEvent;
import io.astrochrome.trainer.run.RunListener;
import io.astrochrome.trainer.run.RunOutcome;
import io.astrochrome.trainer.run.RunPlan;
import io.astrochrome.trainer.run.SoftwareVersion;
import io.astrochrome.trainer.run.TrainingRun;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/** Makes a run of a request, and publishes what came of it. */
@Singleton
class RunStarter {
    private static final Logger LOG = Logger.getLogger(RunStarter.class);
    private static final String SAFETENSORS = "application/vnd.safetensors";

    private final TrainerConfig config;
    private final RunMaterial material;
    private final ObjectStore objects;
    private final ModelPublisher publisher;
    private final ModelLog log;

    RunStarter(
            TrainerConfig config, RunMaterial material, ObjectStore objects, ModelPublisher publisher, ModelLog log) {
        this.config = config;
        this.material = material;
        this.objects = objects;
        this.publisher = publisher;
        this.log = log;
    }

    StartedRun prepare(RunRequest request, Path folder, RunListener listener) throws IOException {
        RunMaterial.Course course = material.course(request, folder);
        PictureSet pictures = material.pictures(request, course.recipe(), folder);
        RunPlan plan = new RunPlan(
                request.runId(),
                course.recipe(),
                pictures.of(Purpose.TRAIN),
                pictures.of(Purpose.VALIDATION),
                config.weightFolder().orElse(null),
                folder,
                true,
                new RunBudget(config.runTime().orElse(null), Long.MAX_VALUE),
                config.checkpointEvery(),
                config.batchThreads(),
                SoftwareVersion.commit(),
                course.base());
        return new StartedRun(plan, new TrainingRun(plan, listener.and(event -> keep(request, event))));
    }

    /** A copy of the checkpoint in the object store; a store that is away costs the run nothing. */
    private void keep(RunRequest request, RunEvent event) {
        if (event instanceof RunEvent.CheckpointSaved saved) {
            String name = saved.file().getFileName().toString();
            try {
                objects.put(ObjectKeys.checkpoint(request.runId(), name), saved.file(), SAFETENSORS);
            } catch (StoreException e) {
                LOG.warnf("run %s: the checkpoint is on disk only: %s", request.runId(), e.getMessage());
            }
        }
    }

    /**
     * Publishes what came of a run, unless another trainer has published it. May be called again after a failure.
     *
     * @return the published model's run
     * @throws StoreUnavailableException where the store does not answer
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    String publish(StartedRun started, RunOutcome outcome) {
        String runId = started.plan().runId();
        if (log.modelOf(runId).isPresent()) {
            return runId;
        }
        Path file = outcome.model().orElseThrow();
        ObjectReference object = publisher.store(file);
        publisher.publish(started.plan(), outcome, object);
        return runId;
    }

    /** A run with its plan. */
    record StartedRun(RunPlan plan, TrainingRun run) {}
}
