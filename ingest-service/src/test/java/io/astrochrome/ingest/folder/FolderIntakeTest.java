package io.astrochrome.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FrameLabels;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.Topics;
import io.astrochrome.ingest.TestFrames;
import io.astrochrome.ingest.intake.FrameIntake;
import io.astrochrome.platform.attempt.Attempts;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.StreamTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
class FolderIntakeTest {
    private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");
    private static final Duration QUIET = Duration.ofSeconds(5);

    StreamServers servers;

    @Inject
    FrameIntake intake;

    private Path folder;

    @BeforeEach
    void makeAFolder() throws IOException {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "frames");
    }

    @AfterEach
    void bringTheServersBack() {
        servers.startStore();
    }

    @Test
    void takesAFrameWhenItIsCompleteAndOnlyOnce() throws Exception {
        byte[] frame = TestFrames.fits(null, 100);
        Path file = Files.createDirectory(folder.resolve("Veil")).resolve("veil.fits");
        Files.write(file, Arrays.copyOf(frame, 3000));
        FolderIntake watched = watched();
        watched.look(START);
        Files.write(file, frame);
        watched.look(START.plusSeconds(5));
        assertThat(published("veil.fits")).as("a file that was still growing").isEmpty();

        watched.look(START.plusSeconds(10));
        watched.look(START.plusSeconds(15));
        FolderIntake restarted = watched();
        restarted.look(START.plusSeconds(20));
        restarted.look(START.plusSeconds(25));

        assertThat(published("veil.fits")).singleElement().satisfies(event -> {
            assertThat(event.target()).isEqualTo("Veil");
            assertThat(event.source()).isEqualTo("folder");
            assertThat(event.purpose()).isEqualTo(Purpose.TRAIN);
        });
    }

    @Test
    void refusesWhatIsNoFrameOnceAndGoesOn() throws Exception {
        Files.writeString(folder.resolve("a-note.txt"), "seeing was bad");
        Files.write(folder.resolve("b-frame.fits"), TestFrames.fits("Folder frame", 101));
        FolderIntake watched = watched();
        watched.look(START);
        watched.look(START.plusSeconds(5));

        assertThat(published("b-frame.fits")).hasSize(1);
        assertThat(Files.readString(folder.resolve(RememberedFiles.FILE_NAME), StandardCharsets.UTF_8))
                .contains("a-note.txt");
    }

    @Test
    void keepsAFrameWhileTheStoreIsAway() throws Exception {
        Files.write(folder.resolve("waiting.fits"), TestFrames.fits("Waiting", 102));
        FolderIntake watched = watched();
        watched.look(START);
        servers.stopStore();
        watched.look(START.plusSeconds(5));
        assertThat(published("waiting.fits")).isEmpty();

        servers.startStore();
        watched.look(START.plusSeconds(10));

        assertThat(published("waiting.fits")).hasSize(1);
    }

    @Test
    void refusesAFileThatHasEndedTheProcessThreeTimes() throws Exception {
        Path file = Files.write(folder.resolve("ends.fits"), TestFrames.fits("Ends", 105));
        for (int process = 0; process < 3; process++) {
            // Begun, and never ended: the process was gone first.
            new Attempts(folder.resolve(".begun"))
                    .begin("ends.fits " + FolderScan.of(folder).get(file));
        }
        FolderIntake watched = watched();

        watched.look(START);
        watched.look(START.plusSeconds(5));

        assertThat(published("ends.fits")).isEmpty();
        assertThat(new RememberedFiles(folder)
                        .contains(file, FolderScan.of(folder).get(file)))
                .as("and it is not looked at again")
                .isTrue();
    }

    @Test
    void aFolderThatIsCalledAfterAFilterTellsTheFilterAndNoTarget() throws Exception {
        Path folders = Files.createDirectories(folder.resolve("NGC 7635/O3"));
        Files.write(folders.resolve("oxygen.fits"), TestFrames.fits("", 106));
        Files.write(folders.getParent().resolve("plain.fits"), TestFrames.fits("", 107));
        FolderIntake watched = watched();

        watched.look(START);
        watched.look(START.plusSeconds(5));

        FrameIngested oxygen = published("oxygen.fits").get(0);
        assertThat(oxygen.target()).isEqualTo("NGC 7635");
        assertThat(oxygen.labels()).containsEntry(FrameLabels.FILTER, "O3");
        FrameIngested plain = published("plain.fits").get(0);
        assertThat(plain.target()).isEqualTo("NGC 7635");
        assertThat(plain.labels()).doesNotContainKey(FrameLabels.FILTER);
    }

    private FolderIntake watched() throws IOException {
        return new FolderIntake(
                new FolderNames(folder, true),
                Purpose.TRAIN,
                new CompleteFiles(QUIET),
                new RememberedFiles(folder),
                new Attempts(folder.resolve(".begun")),
                intake);
    }

    private List<FrameIngested> published(String fileName) throws Exception {
        List<FrameIngested> events = new ArrayList<>();
        for (var record : servers.topics().readAll(Topics.FRAMES)) {
            events.add(EventCodec.fromJson(record.value(), FrameIngested.class));
        }
        return events.stream()
                .filter(event -> event.fileName().equals(fileName))
                .toList();
    }
}
