package io.astrochrome.trainer.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void isInItsPlaceOnceItIsWhole() throws IOException {
        Path file = folder.resolve("status.json");

        WholeFile.write(file, "first");
        WholeFile.write(file, partial -> {
            Files.writeString(partial, "second");
            assertThat(file).as("meanwhile").hasContent("first");
        });

        assertThat(file).hasContent("second");
        assertThat(folder).isDirectoryContaining(file::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void leavesWhatWasThereAndNothingElseWhenItsContentFails() throws IOException {
        Path file = folder.resolve("status.json");
        WholeFile.write(file, "first");

        assertThatThrownBy(() -> WholeFile.write(file, partial -> {
                    Files.writeString(partial, "sec");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(file).hasContent("first");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void isBegunAnewWhereAKilledProcessLeftAPart() throws IOException {
        Path file = folder.resolve("status.json");
        Files.writeString(folder.resolve("status.json.partial"), "a longer part of something else");

        WholeFile.write(file, "first");

        assertThat(file).hasContent("first");
        assertThat(folder.toFile().list()).hasSize(1);
    }
}
