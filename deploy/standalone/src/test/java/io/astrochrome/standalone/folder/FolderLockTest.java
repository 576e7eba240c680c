package io.astrochrome.standalone.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    private Path root;

    @Test
    void refusesASecondLauncherAndSaysWhoHasTheFolder() throws Exception {
        var folder = new DataFolder(root).create();
        try (var lock = FolderLock.take(folder)) {
            lock.say("process 4711, http://127.0.0.1:8080/");

            assertThatThrownBy(() -> FolderLock.take(folder))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessageContaining(root.toString())
                    .hasMessageContaining("process 4711, http://127.0.0.1:8080/");
        }
    }

    @Test
    void isFreeAgainAfterItsHolderIsGone() throws Exception {
        var folder = new DataFolder(root).create();
        FolderLock.take(folder).close();

        try (var second = FolderLock.take(folder)) {
            second.say("process 1");
            assertThat(Files.readString(folder.lock())).isEqualTo("process 1");
        }
    }
}
