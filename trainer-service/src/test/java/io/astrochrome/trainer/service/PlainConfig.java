package io.astrochrome.trainer.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A trainer's configuration without Quarkus: all in one folder, small numbers.
 *
 * @param folder of everything
 * @param keptRuns whose checkpoints are kept
 */
public record PlainConfig(Path folder, int keptRuns) implements TrainerConfig {
    /** Keeps twenty runs, as the service does. */
    public PlainConfig(Path folder) {
        this(folder, 20);
    }

    @Override
    public Path tensorFolder() {
        return folder.resolve("tensors");
    }

    @Override
    public Path runFolder() {
        return folder.resolve("runs");
    }

    @Override
    public Path recipeFolder() {
        return folder.resolve("recipes");
    }

    @Override
    public Optional<Path> weightFolder() {
        return Optional.of(folder.resolve("weights"));
    }

    @Override
    public Optional<Duration> runTime() {
        return Optional.of(Duration.ofHours(3));
    }

    @Override
    public int leastPictures() {
        return 3;
    }

    @Override
    public Duration checkpointEvery() {
        return Duration.ofMinutes(7);
    }

    @Override
    public Duration lease() {
        return Duration.ofMillis(40);
    }

    @Override
    public Duration retryEvery() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int batchThreads() {
        return 2;
    }

    @Override
    public String tensorGroup() {
        return "trainer-service";
    }

    @Override
    public FineTune fineTune() {
        throw new UnsupportedOperationException("nothing here goes on from a champion");
    }
}
