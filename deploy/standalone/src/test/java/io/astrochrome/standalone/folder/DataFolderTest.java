package io.astrochrome.standalone.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DataFolderTest {
    private static final String PROPERTY = "astrochrome.data";
    private static final Path PROJECT = Path.of("/opt/astrochrome");

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void isInTheProjectWhereNobodySaysOtherwise() {
        assertThat(DataFolder.of(null, PROJECT).root()).isEqualTo(PROJECT.resolve(".astrochrome"));
    }

    @Test
    void isThePersonsWhereTheProjectIsTheSystems() {
        System.setProperty(PROPERTY, "/home/astronomer/data");

        assertThat(DataFolder.of(null, PROJECT).root()).isEqualTo(Path.of("/home/astronomer/data"));
    }

    @Test
    void isTheOneThatSomebodyNames() {
        System.setProperty(PROPERTY, "/home/astronomer/data");

        assertThat(DataFolder.of(Path.of("/mnt/night"), PROJECT).root()).isEqualTo(Path.of("/mnt/night"));
    }
}
