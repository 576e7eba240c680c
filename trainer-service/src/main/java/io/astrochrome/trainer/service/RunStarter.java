package io.astrochrome.trainer.service;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Purpose;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.StoreException;
import io.astrochrome.trainer.data.CurationReport;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TensorStore;
import io.astrochrome.trainer.recipe.Recipe;
import io.astrochrome.trainer.recipe.Recipes;
import io.astrochrome.trainer.run.RunBudget;
import io.astrochrome.trainer.run.RunEvent;
import io.astrochrome.trainer.run.RunException;
import io.astrochrome.trainer.run.RunListener;
import io.astrochrome.trainer.run.RunOutcome;
import io.astrochrome.trainer.run.RunPlan;
import io.astrochrome.trainer.run.SoftwareVersion;
import io.astrochrome.trainer.run.TrainingRun;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/** Makes a run of a request and the local store as it is now, and publishes what came of it. */
@Singleton
class RunStarter {
    private static final Logger LOG = Logger.getLogger(RunStarter.class);
    private static final String SAFETENSORS = "application/vnd.safetensors";

    private final TrainerConfig config;
    private final TensorStore tensors;
    private final ObjectStore objects;
    private final ModelPublisher publisher;

    RunStarter(TrainerConfig config, TensorStore tensors, ObjectStore objects, ModelPublisher publisher) {
        this.config = config;
        this.tensors = tensors;
        this.objects = objects;
        this.publisher = publisher;
    }

    StartedRun prepare(RunRequest request, Path folder, RunListener listener) throws IOException {
        Recipe recipe = Recipes.named(request.recipe(), config.recipeFolder());
        PictureSet all = tensors.load();
        CurationReport curated = recipe.data().curation().apply(all.of(Purpose.TRAIN));
        LOG.infof("run %s: %s", request.runId(), curated.summary());
        if (curated.kept().size() < config.leastPictures()) {
            throw new RunException("there are " + curated.kept().size() + " pictures to learn from ("
                    + curated.summary() + "), astrochrome.trainer.least-pictures asks for " + config.leastPictures());
        }
        RunPlan plan = new RunPlan(
                request.runId(),
                recipe,
                curated.kept(),
                all.of(Purpose.VALIDATION),
                config.weightFolder().orElse(null),
                folder,
                true,
                new RunBudget(config.runTime().orElse(null), Long.MAX_VALUE),
                config.checkpointEvery(),
                config.batchThreads(),
                SoftwareVersion.commit());
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

    void publish(StartedRun started, RunOutcome outcome) {
        Path file = outcome.model().orElseThrow();
        ObjectReference object = publisher.store(file);
        publisher.publish(started.plan(), outcome, object);
    }

    /** A run with its plan. */
    record StartedRun(RunPlan plan, TrainingRun run) {}
}
