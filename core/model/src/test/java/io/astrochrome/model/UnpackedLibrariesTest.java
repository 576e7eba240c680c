package io.astrochrome.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.testkit.model.TinyModel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class UnpackedLibrariesTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void areGoneOnceTheyAreLoadedSoThatAKilledProcessLeavesNone(@TempDir Path folder) throws Exception {
        Path file = TinyModel.named("tiny").write(folder.resolve("tiny.onnx"));
        try (ColourModel model = ColourModel.load(file, SessionSettings.cpu(1))) {
            assertThat(Files.readAllLines(Path.of("/proc/self/maps")))
                    .as("they are loaded")
                    .anyMatch(line -> line.contains("libonnxruntime.so"));
            assertThat(UnpackedLibraries.loaded()).isEmpty();
            assertThat(model.predict(new float[64 * 64], 1, 64, 64))
                    .as("and still at work")
                    .isNotNull();
        }
    }
}
