package io.astrochrome.trainer.service.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.training.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    private Path path;

    @Test
    void anEndedRunThatIsThinnedStillSaysHowItEnded() throws IOException {
        RunFolder folder = new RunFolder(path);
        RunStatus ended = RunStatus.queued(new RunRequest("run-1", "tiny", null, "by hand", "Ada", Instant.EPOCH))
                .ended(TrainingState.FINISHED, "its model is published");
        folder.save(ended);
        Files.write(folder.of("run-1").resolve("last.safetensors"), new byte[1000]);
        Files.write(
                Files.createDirectories(folder.of("run-1").resolve("pictures")).resolve("a.png"), new byte[1000]);

        folder.thin("run-1");
        folder.thin("a run that never was");

        assertThat(folder.all()).containsExactly(ended);
        try (var left = Files.list(folder.of("run-1"))) {
            assertThat(left).extracting(file -> file.getFileName().toString()).containsExactly("status.json");
        }
    }
}
