package io.astrochrome.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.testkit.model.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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

    @Test
    @EnabledOnOs(OS.LINUX)
    void areGoneAfterAWhileWhereAProcessWasKilledBeforeItHadLoadedThem(@TempDir Path folder) throws Exception {
        Instant now = Instant.now();
        Path abandoned = unpacked(folder, "onnxruntime-java123", now.minusSeconds(700));
        Path underWay = unpacked(folder, "onnxruntime-java124", now);
        Path atWork = Files.createDirectory(folder.resolve("onnxruntime-java125"));
        Files.setLastModifiedTime(atWork, FileTime.from(now.minusSeconds(700)));
        Path elsewhere = unpacked(Files.createDirectory(folder.resolve("elsewhere")), "own", now.minusSeconds(700));
        Files.createSymbolicLink(folder.resolve("onnxruntime-java126"), elsewhere);
        Path another = unpacked(folder, "onnxruntime-java-notes", now.minusSeconds(700));

        UnpackedLibraries.deleteAbandoned(folder, now.minusSeconds(600));
        assertThat(underWay).isNotEmptyDirectory();
        UnpackedLibraries.deleteAbandoned(folder, now.plusSeconds(600)); // also where the link is old enough
        UnpackedLibraries.deleteAbandoned(folder.resolve("nowhere"), now);

        assertThat(abandoned).doesNotExist();
        assertThat(elsewhere).as("behind a link").isNotEmptyDirectory();
        assertThat(atWork).exists();
        assertThat(another).isNotEmptyDirectory();
    }

    private static Path unpacked(Path folder, String name, Instant at) throws IOException {
        Path unpacked = Files.createDirectory(folder.resolve(name));
        Files.createFile(unpacked.resolve("libonnxruntime.so"));
        Files.setLastModifiedTime(unpacked, FileTime.from(at));
        return unpacked;
    }
}
