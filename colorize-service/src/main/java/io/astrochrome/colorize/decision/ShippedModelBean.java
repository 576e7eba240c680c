package io.astrochrome.colorize.decision;

import io.astrochrome.colorize.model.ModelFiles;
import io.astrochrome.colorize.settings.ColorizeConfig;
import io.astrochrome.storage.Sha256;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Finds the configured model's file and its id. */
final class ShippedModelBean {
    @Produces
    @Singleton
    ShippedModel shipped(ColorizeConfig config) {
        try {
            Path file = ModelFiles.find(config.model());
            return new ShippedModel(file, Sha256.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
