package io.astrochrome.platform.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFolderTest {
    private static final long NO_PROCESS = 99_999_999_999L;

    @TempDir
    Path parent;

    @Test
    void throwsAwayWhatProcessesThatHaveEndedLeft() throws IOException {
        Path left = Files.createDirectories(
                parent.resolve("preprocess-" + NO_PROCESS).resolve("below"));
        Files.writeString(left.resolve("frame"), "bytes");
        Path own = parent.resolve("preprocess-" + ProcessHandle.current().pid());
        Files.writeString(Files.createDirectories(own).resolve("frame"), "of a container's process of the same number");

        assertThat(ProcessFolder.under(parent, "preprocess")).isEqualTo(own).isEmptyDirectory();
        assertThat(left).doesNotExist();
    }

    @Test
    void leavesAloneWhatIsAnothers() throws IOException {
        long living = ProcessHandle.current().parent().orElseThrow().pid();
        Path others = Files.createDirectories(parent.resolve("preprocess-" + living));
        Path service = Files.createDirectories(parent.resolve("ingest-" + NO_PROCESS));
        Path named = Files.createDirectories(parent.resolve("preprocess-a-" + NO_PROCESS));

        ProcessFolder.under(parent, "preprocess");

        assertThat(others).exists();
        assertThat(service).exists();
        assertThat(named).exists();
    }
}
