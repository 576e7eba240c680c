package io.astrochrome.trainer.service;

import io.astrochrome.trainer.file.WholeFile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** This trainer's name among several: made up once and kept beside its runs, so that a restart goes on as the same. */
@Singleton
public class TrainerName {
    private static final String FILE = "trainer-name.txt";

    private final String value;

    /** The one that is kept in the folder of runs. */
    public TrainerName(TrainerConfig config) {
        this.value = kept(config.runFolder().resolve(FILE));
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                WholeFile.write(file, UUID.randomUUID().toString());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the trainer's name cannot be kept in " + file, e);
        }
    }

    /** The name. */
    public String value() {
        return value;
    }
}
