package io.astrochrome.trainer.service;

import io.astrochrome.trainer.run.TinyRecipe;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A service with folders of its own and a recipe that is done in seconds. */
public final class TinyTrainer implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "trainer-");
            Path recipes = Files.createDirectories(folder.resolve("recipes"));
            Files.writeString(recipes.resolve("tiny.yaml"), TinyRecipe.YAML);
            return Map.of(
                    "astrochrome.trainer.tensor-folder",
                    folder.resolve("tensors").toString(),
                    "astrochrome.trainer.run-folder",
                    folder.resolve("runs").toString(),
                    "astrochrome.trainer.recipe-folder",
                    recipes.toString(),
                    "astrochrome.trainer.least-pictures",
                    "2",
                    "astrochrome.trainer.fine-tune.steps",
                    "4",
                    "astrochrome.trainer.retry-every",
                    "200ms",
                    "quarkus.http.test-port",
                    "0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
