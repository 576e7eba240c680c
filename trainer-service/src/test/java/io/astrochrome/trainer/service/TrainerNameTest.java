package io.astrochrome.trainer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerNameTest {
    @TempDir
    private Path folder;

    private static String name(Path folder) {
        return new TrainerName(new PlainConfig(folder)).value();
    }

    @Test
    void aRestartGoesOnAsTheSameTrainer() {
        String first = name(folder);

        assertThat(UUID.fromString(first)).hasToString(first);
        assertThat(name(folder)).isEqualTo(first);
        assertThat(folder.resolve("runs").resolve("trainer-name.txt")).hasContent(first);
    }

    @Test
    void twoTrainersHaveTwoNames() {
        assertThat(name(folder.resolve("one"))).isNotEqualTo(name(folder.resolve("other")));
    }

    @Test
    void aNameThatAPersonWroteIsKeptWithoutItsLineBreak() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("runs")).resolve("trainer-name.txt"), "dome-2\n");

        assertThat(name(folder)).isEqualTo("dome-2");
    }

    @Test
    void aFolderThatCannotBeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("runs"), "a file where the folder should be");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> name(folder))
                .withMessageContaining("the trainer's name cannot be kept in " + file);
    }
}
