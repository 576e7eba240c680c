package io.astrochrome.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLogTest {
    @TempDir
    Path folder;

    @Test
    void startsAnewUnderAProcessThatGoesOnWriting() throws IOException {
        Path file = folder.resolve("colorize.log");
        ProcessLog log = new ProcessLog(file, 100);
        try (var process = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            process.write("short\n".getBytes(StandardCharsets.UTF_8));
            log.turnOver();
            assertThat(log.before()).doesNotExist();

            process.write("x".repeat(200).getBytes(StandardCharsets.UTF_8));
            log.turnOver();
            process.write("after\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(file).hasContent("after\n");
        assertThat(folder.resolve("colorize.1.log"))
                .content()
                .startsWith("short")
                .hasSize(206);
    }

    @Test
    void isCutOffWhereTheCopyHasNoRoom() throws IOException {
        Path file = Files.writeString(folder.resolve("colorize.log"), "x".repeat(200));
        // A folder that is not empty takes no copy, as a full disk does not.
        Files.createFile(Files.createDirectory(folder.resolve("colorize.1.log")).resolve("in the way"));

        new ProcessLog(file, 100).turnOver();

        assertThat(file).isEmptyFile();
    }
}
