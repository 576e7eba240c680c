package io.astrochrome.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.astrochrome.tensors.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {
    /** Every write to it fails as a full disk does. */
    private static final Path FULL_DISK = Path.of("/dev/full");

    @TempDir
    Path folder;

    private static Checkpoint checkpoint(long step) {
        Progress progress = new Progress("run", "tiny", "r", "d", "abc", step, -1, null, 0);
        return new Checkpoint(progress, Map.of("w", Tensor.ofFloats(new float[] {step, 2, 3}, 3)));
    }

    @Test
    void givesBackWhatItWasGiven() throws IOException {
        CheckpointFolder checkpoints = new CheckpointFolder(folder);
        checkpoints.save(CheckpointFolder.LAST, checkpoint(7));

        Checkpoint loaded = checkpoints.load(CheckpointFolder.LAST).orElseThrow();

        assertThat(loaded.progress().step()).isEqualTo(7);
        assertThat(loaded.state()).isEqualTo(checkpoint(7).state());
    }

    @Test
    void aFullDiskIsSaidClearlyAndTheLastGoodCheckpointStays() throws IOException {
        assumeThat(FULL_DISK).as("a device that is always full").exists();
        CheckpointFolder checkpoints = new CheckpointFolder(folder);
        checkpoints.save(CheckpointFolder.LAST, checkpoint(7));
        Files.createSymbolicLink(folder.resolve(CheckpointFolder.LAST + ".partial"), FULL_DISK);

        assertThatThrownBy(() -> checkpoints.save(CheckpointFolder.LAST, checkpoint(8)))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("the checkpoint of step 8 cannot be written")
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("the last good checkpoint is kept there");
        assertThat(checkpoints
                        .load(CheckpointFolder.LAST)
                        .orElseThrow()
                        .progress()
                        .step())
                .isEqualTo(7);
    }

    @Test
    void aDamagedCheckpointIsNamed() throws IOException {
        Files.write(folder.resolve(CheckpointFolder.LAST), new byte[] {1, 2, 3});

        assertThatThrownBy(() -> new CheckpointFolder(folder).load(CheckpointFolder.LAST))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("is damaged");
    }
}
