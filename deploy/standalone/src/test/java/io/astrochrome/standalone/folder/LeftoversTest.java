package io.astrochrome.standalone.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @TempDir
    private Path root;

    private DataFolder folder;

    @BeforeEach
    void createFolder() throws IOException {
        folder = new DataFolder(root).create();
    }

    @Test
    void waitsUntilAProcessOfTheLastLauncherHasEnded() throws Exception {
        var process = new ProcessBuilder("sleep", "1").start();
        new Leftovers(folder).remember("colorize", process.pid());

        new Leftovers(folder).awaitEnd();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void leavesAStrangerWithTheSameIdAlone() throws Exception {
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(folder.processes(), "colorize=" + stranger.pid() + " 1000000\n");

            new Leftovers(folder).awaitEnd();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void hasNothingToWaitForInANewFolder() throws Exception {
        new Leftovers(folder).awaitEnd();

        assertThat(folder.processes()).doesNotExist();
    }
}
