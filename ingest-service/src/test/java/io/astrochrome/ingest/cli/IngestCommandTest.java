package io.astrochrome.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.Topics;
import io.astrochrome.ingest.TestFrames;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.StreamTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
class IngestCommandTest {
    StreamServers servers;

    @BeforeEach
    void makeAFolder() throws IOException {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "frames");
    }

    @TestHTTPResource
    URI service;

    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void sendsEveryPictureOfAFolderAndKnowsItAgain() throws Exception {
        Path frames = Files.createDirectories(folder.resolve("Cli folder/night 1"));
        Files.write(frames.resolve("a.fits"), TestFrames.fits(null, 300));
        Files.write(frames.resolve("b.fits"), TestFrames.fits("Cli object", 301));
        Files.writeString(frames.resolve("notes.txt"), "clouds");

        assertThat(run("--purpose", "train", folder.toString())).isZero();
        assertThat(out).hasToString("2 accepted, 0 duplicate, 0 rejected\n");
        assertThat(err.toString()).contains("1 files that are no pictures were passed over");

        assertThat(run(folder.toString())).isZero();
        assertThat(out.toString()).endsWith("0 accepted, 2 duplicate, 0 rejected\n");

        FrameIngested event = event("night 1");
        assertThat(event.purpose()).isEqualTo(Purpose.TRAIN);
        assertThat(event.source()).isEqualTo("cli");
        assertThat(event.fileName()).isEqualTo("a.fits");
        assertThat(event("Cli object").fileName()).isEqualTo("b.fits");
    }

    @Test
    void sendsTheFramesOfAManifestWithTheirLabels() throws Exception {
        Files.write(folder.resolve("one.fits"), TestFrames.fits("In the header", 302));
        Path manifest = folder.resolve("list.csv");
        Files.writeString(manifest, "file,split,class,object\none.fits,validation,comet,\"Comet, great\"\n");

        assertThat(run(manifest.toString())).isZero();

        FrameIngested event = event("Comet, great");
        assertThat(event.purpose()).isEqualTo(Purpose.VALIDATION);
        assertThat(event.labels()).containsEntry("class", "comet").containsEntry("object", "Comet, great");
    }

    @Test
    void namesWhatWasRefusedAndSendsTheRest() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.fits"), "no FITS at all");
        Path good = Files.write(folder.resolve("good.fits"), TestFrames.fits("Good", 303));

        assertThat(run(broken.toString(), good.toString())).isEqualTo(1);
        assertThat(out).hasToString("1 accepted, 0 duplicate, 1 rejected\n");
        assertThat(err.toString()).contains("broken.fits is ");
    }

    @Test
    void saysThatAPathOrTheServiceIsNotThere() throws Exception {
        Path good = Files.write(folder.resolve("good.fits"), TestFrames.fits("Good", 304));

        assertThat(run(folder.resolve("absent.fits").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no ").contains("absent.fits");
        assertThat(run("--service", "http://127.0.0.1:9", good.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("no ingest-service answers at http://127.0.0.1:9");
    }

    @Test
    @Timeout(60)
    void waitsForNoPipe() throws Exception {
        Path good = Files.write(folder.resolve("good.fits"), TestFrames.fits("Good three", 306));
        Path pipe = folder.resolve("pipe.fits");
        Process making =
                new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start();
        assumeThat(making.waitFor()).as("a file system that takes pipes").isZero();

        assertThat(run(pipe.toString(), good.toString())).isEqualTo(1);

        assertThat(out).hasToString("1 accepted, 0 duplicate, 1 rejected\n");
        assertThat(err.toString()).contains("pipe.fits is not a file");
    }

    @Test
    void sendsEveryOtherFrameWhereOneCannotBeOpened() throws Exception {
        Files.write(folder.resolve("good.fits"), TestFrames.fits("Good one", 305));
        Files.createSymbolicLink(folder.resolve("gone.fits"), folder.resolve("nowhere.fits"));
        Process copying = new ProcessBuilder("/bin/sh", "-c", "cp good.fits \"$(printf 'gr\\374n.fits')\"")
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assumeThat(copying.waitFor()).as("a file system that takes any bytes").isZero();

        assertThat(run(folder.toString())).isEqualTo(1);

        assertThat(out).hasToString("1 accepted, 0 duplicate, 2 rejected\n");
        assertThat(err.toString())
                .contains("gone.fits cannot be read: no such file or folder")
                .contains("its name is no text in the encoding of the locale");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--service", service.toString()));
        all.addAll(Arrays.asList(arguments));
        CommandLine command = IngestCommand.commandLine(Optional.empty())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setOverwrittenOptionsAllowed(true);
        return command.execute(all.toArray(String[]::new));
    }

    private FrameIngested event(String target) throws Exception {
        byte[] value = servers.topics().await(Topics.FRAMES, target, 1).get(0).value();
        return EventCodec.fromJson(value, FrameIngested.class);
    }
}
