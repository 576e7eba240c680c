package io.astrochrome.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.Topics;
import io.astrochrome.ingest.IngestConfig;
import io.astrochrome.ingest.TestFrames;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.StreamTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
class FolderWatchTest {
    StreamServers servers;

    @Inject
    IngestConfig config;

    @Test
    void takesInWhatIsMovedIntoTheFolder() throws Exception {
        Path watched = config.watch().folder().orElseThrow();
        Path elsewhere = Files.write(Path.of("target", "moved.fits"), TestFrames.fits(null, 400));
        Path subfolder = Files.createDirectories(watched.resolve("Watched target"));
        Files.move(elsewhere, subfolder.resolve("moved.fits"));

        byte[] value = servers.topics()
                .await(Topics.FRAMES, "Watched target", 1)
                .get(0)
                .value();

        FrameIngested event = EventCodec.fromJson(value, FrameIngested.class);
        assertThat(event.fileName()).isEqualTo("moved.fits");
        assertThat(event.purpose()).isEqualTo(Purpose.VALIDATION);
    }
}
