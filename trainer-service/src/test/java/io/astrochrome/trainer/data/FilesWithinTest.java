package io.astrochrome.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesWithinTest {
    /** A module's tests run in its own folder. */
    private static final String HERE = "pom.xml";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "./.", "src/..", "src/../."})
    void theFolderMayBeTheOneThatOneIsIn(String here) {
        assertThat(new FilesWithin(Path.of(here)).find(HERE))
                .hasValueSatisfying(file -> assertThat(file).isRegularFile().hasFileName(HERE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "src/../.."})
    void fromAFolderAboveNothingAboveThatIsFound(String above) {
        String own = Path.of("").toAbsolutePath().getFileName().toString();

        assertThat(new FilesWithin(Path.of(above)).find(own + "/" + HERE)).isPresent();
        assertThat(new FilesWithin(Path.of("src")).find("../" + HERE)).isEmpty();
        assertThat(new FilesWithin(Path.of("..", own, "src")).find("../" + HERE))
                .isEmpty();
    }

    @Test
    void onlyFilesInTheFolderAndBelowAreFound() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data/below"));
        Files.writeString(data.resolve("deep.png"), "x");
        Files.writeString(folder.resolve("data/flat.png"), "x");
        Files.writeString(folder.resolve("database.png"), "x");
        FilesWithin files = new FilesWithin(folder.resolve("data"));

        assertThat(files.find("flat.png")).contains(folder.resolve("data/flat.png"));
        assertThat(files.find("below/deep.png")).isPresent();
        assertThat(files.find("below/../flat.png")).isPresent();
        assertThat(files.find("below")).as("a folder").isEmpty();
        assertThat(files.find("absent.png")).isEmpty();
        assertThat(files.find("../database.png")).isEmpty();
        assertThat(files.find(folder.resolve("database.png").toString())).isEmpty();
        assertThat(files.find("")).isEmpty();
    }
}
