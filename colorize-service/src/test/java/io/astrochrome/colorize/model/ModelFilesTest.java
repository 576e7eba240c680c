package io.astrochrome.colorize.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {
    @TempDir
    private Path folder;

    @Test
    void takesTheFileThatIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("a.onnx"));
        Files.createFile(folder.resolve("b.onnx"));

        assertThat(ModelFiles.find(file)).isEqualTo(file);
    }

    @Test
    void takesTheLastByNameOfAFolder() throws Exception {
        Files.createFile(folder.resolve("astrochrome-1.onnx"));
        Path last = Files.createFile(folder.resolve("astrochrome-2.onnx"));
        Files.createFile(folder.resolve("zebra.txt"));

        assertThat(ModelFiles.find(folder)).isEqualTo(last);
    }

    @Test
    void prefersAFoldersChampion() throws Exception {
        Path champion = Files.createFile(folder.resolve("champion.onnx"));
        Files.createFile(folder.resolve("vivid.onnx"));

        assertThat(ModelFiles.find(folder)).isEqualTo(champion);
    }

    @Test
    void knowsTheModelsThatShipByName() throws Exception {
        Path vivid = Files.createFile(folder.resolve("vivid.onnx"));

        assertThat(ModelFiles.find(Path.of("vivid"), folder)).isEqualTo(vivid);
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> ModelFiles.find(Path.of("nobody"), folder))
                .withMessageContaining("nobody")
                .withMessageContaining(folder.toString());
    }

    @Test
    void saysWhereItLooked() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> ModelFiles.find(folder))
                .withMessageContaining(folder.toString())
                .withMessageContaining("has no *.onnx");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> ModelFiles.find(folder.resolve("absent.onnx")))
                .withMessageContaining("absent.onnx");
    }
}
