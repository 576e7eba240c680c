package io.astrochrome.colorize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void resolve() throws IOException {
        folder = temporary.toRealPath();
    }

    private Path file(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "text");
    }

    private List<Path> of(Path without, Path... paths) throws IOException {
        return List.copyOf(InputFiles.of(List.of(paths), without));
    }

    @Test
    void aFileThatIsNamedIsMeantWhateverItIsAlsoWhereItIsNotThere() throws Exception {
        Path text = file("notes.txt");
        Path hidden = file(".hidden");
        Path nowhere = folder.resolve("nowhere.fits");

        assertThat(of(folder.resolve("out"), text, hidden, nowhere)).containsExactly(text, hidden, nowhere);
    }

    @Test
    void ofAFolderFramesAreMeantWithAllBelowInTheirOrder() throws Exception {
        Path second = file("night/b/1.fits");
        Path first = file("night/a.tif");
        file("night/notes.txt");
        file("night/.b.fits");

        assertThat(of(folder.resolve("out"), folder.resolve("night"))).containsExactly(first, second);
    }

    @Test
    void aFileThatIsNamedTwiceIsOne() throws Exception {
        Path frame = file("night/a.fits");

        assertThat(of(folder.resolve("out"), frame, folder.resolve("night/../night/a.fits"), folder.resolve("night")))
                .containsExactly(frame);
    }

    @Test
    void picturesInAnOutputBelowAFolderAreNoFrames() throws Exception {
        Path frame = file("night/a.fits");
        file("night/out/a.png");

        assertThat(of(folder.resolve("night/out"), folder.resolve("night"))).containsExactly(frame);
        assertThat(of(folder.resolve("night/./x/../out"), folder.resolve("night")))
                .containsExactly(frame);
    }

    @Test
    void aFolderThatIsNamedItselfIsMeantAlsoWhereItIsTheOutput() throws Exception {
        Path frame = file("night/a.fits");

        assertThat(of(folder.resolve("night"), folder.resolve("night"))).containsExactly(frame);
    }

    @Test
    void aFolderWithoutFramesHasNone() throws Exception {
        Files.createDirectory(folder.resolve("empty"));

        assertThat(of(folder.resolve("out"), folder.resolve("empty"))).isEmpty();
    }
}
