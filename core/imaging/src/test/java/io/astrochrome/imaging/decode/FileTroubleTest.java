package io.astrochrome.imaging.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.astrochrome.imaging.write.OwnPictures;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FileTroubleTest {
    @TempDir
    Path folder;

    @Test
    void saysInWordsWhatJavaSaysByAClass() {
        assertThat(FileTrouble.of(new AccessDeniedException("/a/b"))).isEqualTo("permission denied");
        assertThat(FileTrouble.of(new NoSuchFileException("/a/b"))).isEqualTo("no such file or folder");
        assertThat(FileTrouble.of(new FileNotFoundException("/a/b (Permission denied)")))
                .isEqualTo("permission denied");
        assertThat(FileTrouble.of(new FileSystemException("/a/b", null, "Read-only file system")))
                .isEqualTo("read-only file system");
        assertThat(FileTrouble.of(new IOException("No space left on device"))).isEqualTo("no space left on device");
        assertThat(FileTrouble.of(new IOException())).isEqualTo("IOException");
    }

    @Test
    void saysWithTheNameWhatIsWrongWithAFileAndLeavesOtherSentencesAsTheyAre() {
        assertThat(FileTrouble.sentence(new AccessDeniedException("/a/b"))).isEqualTo("/a/b: permission denied");
        assertThat(FileTrouble.sentence(new IOException("The list has no column named file")))
                .isEqualTo("The list has no column named file");
    }

    @Test
    void tellsAFolderThatCannotBeLookedInto() throws IOException {
        Path gone = folder.resolve("gone");
        assertThat(FolderFiles.below(gone)).containsExactly(gone);
    }

    @Test
    void namesAFileThatIsMissing() {
        FrameDecoder decoder = new FrameDecoder(DecodeLimits.DEFAULT);
        assertThat(decoder.decode(folder.resolve("m31.fits"), "m31.fits"))
                .isEqualTo(new Rejected(RejectionReason.DAMAGED, "m31.fits cannot be read: no such file or folder"));
    }

    @Test
    void namesAFolderThatIsTakenForAFile() throws IOException {
        Path frames = Files.createDirectory(folder.resolve("frames"));
        Rejected rejected = (Rejected) new FrameDecoder(DecodeLimits.DEFAULT).decode(frames, "frames");
        assertThat(rejected.message()).isEqualTo("frames cannot be read: is a directory");
    }

    @Test
    @Timeout(30)
    void opensNoPipeAndNoDeviceSinceTheirBytesMayNeverCome() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.fits");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        Path link = Files.createSymbolicLink(folder.resolve("link.fits"), pipe);
        FrameDecoder decoder = new FrameDecoder(DecodeLimits.DEFAULT);
        for (Path each : List.of(pipe, link, Path.of("/dev/zero"))) {
            String name = each.getFileName().toString();
            Rejected never = new Rejected(RejectionReason.DAMAGED, name + " is not a file");
            assertThat(decoder.decode(each, name)).isEqualTo(never);
            assertThat(decoder.probe(each, name)).isEqualTo(never);
            assertThat(OwnPictures.contain(each)).isFalse();
            assertThat(FolderFiles.looksLikeAFrame(each)).isFalse();
        }
        assertThat(FolderFiles.below(folder)).isEmpty();
    }

    @Test
    void readsWhatALinkLeadsTo() throws IOException {
        Path file = Files.write(
                folder.resolve("m31"), new RawFits().picture(4, 3, (x, y) -> x).bytes());
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        assertThat(new FrameDecoder(DecodeLimits.DEFAULT).decode(link, "link")).isInstanceOf(Decoded.class);
    }

    @Test
    void tellsANameThatIsNoText() {
        assertThat(FileTrouble.ofName(Path.of("m31.fits"))).isEmpty();
        assertThat(FileTrouble.ofName(folder.resolve("Gro\ufffde.fits")))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("no text", "rename it"));
    }

    @Test
    void listsWhatAFolderHoldsInTheOrderOfNames() throws IOException {
        Files.createDirectory(folder.resolve("b"));
        Path second = Files.createFile(folder.resolve("b/1.fits"));
        Path first = Files.createFile(folder.resolve("a.fits"));
        Path nowhere = Files.createSymbolicLink(folder.resolve("c.fits"), folder.resolve("gone.fits"));
        assertThat(FolderFiles.below(folder)).containsExactly(first, second, nowhere);
    }

    @Test
    void tellsADiskThatFailsFromWhatIsReadOrWritten() {
        IOException full = new IOException("No space left on device");

        assertThat(FileTrouble.isOfTheDisk(full)).isTrue();
        assertThat(FileTrouble.isOfTheDisk(new UncheckedIOException("object x cannot be written", full)))
                .isTrue();
        assertThat(FileTrouble.isOfTheDisk(new FileSystemException("x", null, "Read-only file system")))
                .isTrue();
        assertThat(FileTrouble.isOfTheDisk(new IOException("not a luminance file: it is cut off")))
                .isFalse();
        assertThat(FileTrouble.isOfTheDisk(new IllegalStateException("No space left on device")))
                .isFalse();
        assertThat(FileTrouble.isOfTheDisk(new NoSuchFileException("x"))).isFalse();
    }
}
