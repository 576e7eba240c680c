package io.astrochrome.trainer.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The service's own keys; each is described in its README. */
@ConfigMapping(prefix = "astrochrome.trainer")
public interface TrainerConfig {
    /** Where tensors are kept; may be deleted at any time while the service is down. */
    @WithDefault(".astrochrome/trainer/tensors")
    Path tensorFolder();

    /** Where runs keep their checkpoints and models. */
    @WithDefault(".astrochrome/trainer/runs")
    Path runFolder();

    /** Recipes of one's own, {@code NAME.yaml} each. */
    @WithDefault(".astrochrome/trainer/recipes")
    Path recipeFolder();

    /** The pre-trained weights that recipes name. */
    Optional<Path> weightFolder();

    /** How long one run may take. */
    Optional<Duration> runTime();

    /** Fewer pictures to learn from are refused. */
    @WithDefault("8")
    int leastPictures();

    /** Between two checkpoints. */
    @WithDefault("5m")
    Duration checkpointEvery();

    /** Between two progress events. */
    @WithDefault("5s")
    Duration progressEvery();

    /** Threads that prepare views. */
    @WithDefault("1")
    int batchThreads();
}
