package io.astrochrome.trainer.service.queue;

import io.astrochrome.events.Purpose;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.run.RunBudget;
import io.astrochrome.trainer.run.RunPlan;
import io.astrochrome.trainer.run.SoftwareVersion;
import io.astrochrome.trainer.service.TrainerConfig;
import io.astrochrome.trainer.service.registry.RunRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;

/** Plans a run that was asked for; one that was begun goes on by the plan that it has. */
@Singleton
class RunPlanner {
    private final TrainerConfig config;
    private final RunMaterial material;

    RunPlanner(TrainerConfig config, RunMaterial material) {
        this.config = config;
        this.material = material;
    }

    /**
     * The plan.
     *
     * @param folder of the run
     * @throws IOException where there is no such recipe, no champion to go on from, or too few pictures
     * @throws io.astrochrome.storage.StoreUnavailableException where the store does not answer
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    RunPlan plan(RunRequest request, Path folder) throws IOException {
        RunMaterial.Course course = material.course(request, folder);
        PictureSet pictures = material.pictures(request, course.recipe(), folder);
        return new RunPlan(
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
    }
}
