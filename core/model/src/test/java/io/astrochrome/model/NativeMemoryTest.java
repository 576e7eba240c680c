package io.astrochrome.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.astrochrome.testkit.ResidentMemory;
import io.astrochrome.testkit.model.TinyModel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything native is closed: resident memory stays flat over many loads and runs of changing shape. */
class NativeMemoryTest {
    @TempDir
    private Path folder;

    @Test
    void staysFlatOverManySwapsAndRuns() throws Exception {
        assumeThat(ResidentMemory.isTold())
                .as("this system tells a process's resident memory")
                .isTrue();
        Path file = TinyModel.named("tiny").write(folder.resolve("tiny.onnx"));
        swapAndRun(file, 60);

        assertThat(ResidentMemory.leastGrowthKibibytes(4, () -> swapAndRun(file, 150)))
                .isLessThan(ResidentMemory.NOISE_KIBIBYTES);
    }

    private static void swapAndRun(Path file, int times) throws ModelRejectedException {
        for (int i = 0; i < times; i++) {
            try (ColourModel model = ColourModel.load(file, SessionSettings.cpu(1))) {
                for (int side = 64; side <= 256; side += 64) {
                    model.predict(new float[side * side], 1, side, side);
                }
            }
        }
    }
}
