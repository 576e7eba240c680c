package io.astrochrome.colorize.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.testkit.ResidentMemory;
import io.astrochrome.testkit.model.TinyModel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Swapped models are closed: resident memory stays flat over many swaps and roll-backs with predictions in between. */
class SwapMemoryTest {
    @TempDir
    private Path folder;

    @Test
    void staysFlatOverManySwapsAndRollBacks() throws Exception {
        assumeThat(ResidentMemory.isTold())
                .as("this system tells a process's resident memory")
                .isTrue();
        Path file = TinyModel.named("tiny").write(folder.resolve("tiny.onnx"));
        try (ServedModels registry = new ServedModels(load(file))) {
            swap(registry, file, 50);

            assertThat(ResidentMemory.leastGrowthKibibytes(4, () -> swap(registry, file, 100)))
                    .isLessThan(ResidentMemory.NOISE_KIBIBYTES);
        }
    }

    private static void swap(ServedModels registry, Path file, int times) throws ModelRejectedException {
        for (int i = 0; i < times; i++) {
            ColourModel next = load(file);
            registry.swap(next);
            predict(registry);
            registry.ready(next.modelId()).ifPresent(registry::swap);
            predict(registry);
        }
    }

    private static void predict(ServedModels registry) {
        try (ModelLease lease = registry.champion()) {
            lease.model().predict(new float[192 * 192], 1, 192, 192);
        }
    }

    private static ColourModel load(Path file) throws ModelRejectedException {
        return ColourModel.load(file, SessionSettings.cpu(1));
    }
}
