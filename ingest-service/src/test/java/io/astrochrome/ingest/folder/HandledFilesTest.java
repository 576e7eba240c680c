package io.astrochrome.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandledFilesTest {
    private static final FileState STATE = new FileState(5, 42);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aFrameInASubfolder() throws IOException {
        file = Files.createDirectory(folder.resolve("M31")).resolve("a.fits");
        Files.writeString(file, "bytes");
    }

    @Test
    void remembersAcrossARestartWhatWasHandled() throws IOException {
        new RememberedFiles(folder).taken(file, STATE);

        RememberedFiles next = new RememberedFiles(folder);
        assertThat(next.contains(file, STATE)).isTrue();
        assertThat(next.contains(file, new FileState(6, 42)))
                .as("a file that grew")
                .isFalse();
        assertThat(next.contains(folder.resolve("M31/b.fits"), STATE)).isFalse();
        assertThat(FolderScan.of(folder)).as("the memory is no frame").containsOnlyKeys(file);
    }

    @Test
    void passesOverAMemoryThatWasCutOff() throws IOException {
        Files.writeString(folder.resolve(RememberedFiles.FILE_NAME), "5\t42\tM31/a.fits\n17\t4");

        assertThat(new RememberedFiles(folder).contains(file, STATE)).isTrue();
    }

    @Test
    void movesATakenFileWithItsSubfolder() throws IOException {
        new MovedFiles(folder).taken(file, STATE);

        assertThat(folder.resolve(".processed/M31/a.fits")).hasContent("bytes");
        assertThat(FolderScan.of(folder)).isEmpty();
    }

    @Test
    void neverOverwritesAFileThatWasMovedBefore() throws IOException {
        MovedFiles moved = new MovedFiles(folder);
        moved.taken(file, STATE);
        Files.writeString(file, "others");
        moved.taken(file, STATE);

        assertThat(folder.resolve(".processed/M31/a.fits")).hasContent("bytes");
        assertThat(folder.resolve(".processed/M31/2-a.fits")).hasContent("others");
    }

    @Test
    void putsTheReasonBesideARefusedFile() throws IOException {
        new MovedFiles(folder).refused(file, STATE, "a.fits is no picture");

        assertThat(folder.resolve(".rejected/M31/a.fits")).hasContent("bytes");
        assertThat(folder.resolve(".rejected/M31/a.fits.reason.txt")).hasContent("a.fits is no picture\n");
    }

    @Test
    void passesOverHiddenAndUnfinishedFiles() throws IOException {
        Files.writeString(folder.resolve("M31/b.fits.part"), "half");
        Files.writeString(folder.resolve("M31/.c.fits.swp"), "hidden");
        Files.createSymbolicLink(folder.resolve("M31/d.fits"), file);

        assertThat(FolderScan.of(folder)).containsOnlyKeys(file);
    }
}
