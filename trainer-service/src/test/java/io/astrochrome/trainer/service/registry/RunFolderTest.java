package io.astrochrome.trainer.service.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.training.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
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

    private static RunStatus queued(String runId, int hour) {
        return RunStatus.queued(new RunRequest(
                runId,
                "tiny",
                "DRIFT",
                "by hand",
                "Ada",
                Instant.parse("2026-12-01T00:00:00Z").plusSeconds(3600L * hour)));
    }

    @Test
    void aFolderThatIsNotThereYetHasNoRuns() throws IOException {
        assertThat(new RunFolder(path.resolve("none")).all()).isEmpty();
    }

    @Test
    void runsComeBackTheOldestFirstWhateverTheirIds() throws IOException {
        RunFolder folder = new RunFolder(path.resolve("new"));
        folder.save(queued("a", 3));
        folder.save(queued("c", 1));
        folder.save(queued("b", 2));

        assertThat(folder.all()).containsExactly(queued("c", 1), queued("b", 2), queued("a", 3));
    }

    @Test
    void theEndTakesThePlaceOfTheRequest() throws IOException {
        RunFolder folder = new RunFolder(path);
        RunStatus ended = new RunStatus(
                queued("a", 1).request(),
                TrainingState.FAILED,
                "only",
                7,
                9,
                Map.of("total", 0.25),
                null,
                "not finite");
        folder.save(queued("a", 1));
        folder.save(ended);

        assertThat(folder.all()).containsExactly(ended);
    }

    @Test
    void whatIsNoRunIsPassedOver() throws IOException {
        RunFolder folder = new RunFolder(path);
        folder.save(queued("a", 1));
        Files.writeString(path.resolve("trainer-name.txt"), "dome-2");
        Files.createDirectories(path.resolve("begun by hand"));

        assertThat(folder.all()).hasSize(1);
    }
}
