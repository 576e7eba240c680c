package io.astrochrome.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    private Path models;

    private Home home;

    @BeforeEach
    void shipModels() throws IOException {
        for (var name : new String[] {"champion", "vivid"}) {
            Files.createFile(models.resolve(name + ".onnx"));
        }
        home = new Home(models, models);
    }

    @Test
    void takesTheChampionWhereNobodyNamesAModel() throws IOException {
        assertThat(home.model()).contains(models.resolve("champion.onnx"));
    }

    @Test
    void takesAModelThatShipsByItsName() throws IOException {
        assertThat(home.choosing("vivid").model()).contains(models.resolve("vivid.onnx"));
    }

    @Test
    void takesAnyOtherFile() throws IOException {
        var file = Files.createFile(models.resolve("mine"));

        assertThat(home.choosing(file.toString()).model()).contains(file);
    }

    @Test
    void saysWhereItLookedForOneThatIsNotThere() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> home.choosing("nobody"))
                .withMessageContaining("nobody")
                .withMessageContaining(models.toString());
    }
}
