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

    /** How many of the newest ended runs keep their checkpoints and models; of older ones it is kept how they ended. */
    @WithDefault("20")
    int keptRuns();

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

    /** A trainer that has told nothing of a run for so long has lost it to the next that was given it. */
    @WithDefault("2m")
    Duration lease();

    /** Between two tries to reach a broker or a store that is away, and two looks at a run that another trainer has. */
    @WithDefault("5s")
    Duration retryEvery();

    /** Threads that prepare views. */
    @WithDefault("1")
    int batchThreads();

    /** Consumer group of the tensors; each trainer needs all of them, so each has its own. */
    @WithDefault("trainer-service")
    String tensorGroup();

    /** How the champion goes on learning. */
    FineTune fineTune();

    /** How the champion goes on learning. */
    interface FineTune {
        /** Steps of such a run; more learn more of the new frames, and take longer. */
        @WithDefault("400")
        int steps();

        /** Its learning rate, times that of the last phase of the champion's recipe; above 0, at most 1. */
        @WithDefault("0.2")
        double rate();
    }
}
