package io.astrochrome.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.embedded.EmbeddedStore;
import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.ingest.TestFrames;
import io.astrochrome.meters.Meters;
import io.astrochrome.platform.tracing.Traces;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.Sha256;
import io.astrochrome.storage.StoreSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a balancer the same bytes may come to two instances at once. */
class TwoInstancesTest {
    private static final byte[] FRAME = TestFrames.fits("twice", 300);
    private static final Submission SUBMISSION = Submission.live("twice.fits", "http");

    @TempDir
    private Path folder;

    private FrameIntake instance(String name, MinioObjectStore store, FramePublisher publisher) throws IOException {
        UploadFolder uploads = new UploadFolder(Files.createDirectories(folder.resolve(name)), FRAME.length);
        return new FrameIntake(
                uploads,
                new FrameDecoder(DecodeLimits.DEFAULT, uploads.path()),
                store,
                publisher,
                new PaletteRules(Map.of(), Map.of()),
                new IntakeMeters(new Meters(new SimpleMeterRegistry())),
                Traces.off(),
                Clock.systemUTC());
    }

    @Test
    void oneThatFailsTakesNothingFromTheOther() throws Exception {
        try (EmbeddedStore server = new EmbeddedStore(folder.resolve("store"), 0, "access", "secret");
                MinioObjectStore store =
                        new MinioObjectStore(new StoreSettings(server.endpoint(), "access", "secret"))) {
            FrameIntake good = instance("good", store, event -> {});
            FrameIntake failing = instance("failing", store, event -> {
                accept(good);
                throw new PublishFailedException("nobody acknowledges", new TimeoutException());
            });

            IntakeOutcome outcome = failing.take(SUBMISSION, new ByteArrayInputStream(FRAME));

            assertThat(outcome).isInstanceOf(IntakeOutcome.Unavailable.class);
            assertThat(store.stat(ObjectKeys.frame(Sha256.of(FRAME))))
                    .as("what the other has announced")
                    .isPresent();
            assertThat(failing.take(SUBMISSION, new ByteArrayInputStream(FRAME)))
                    .isInstanceOf(IntakeOutcome.Duplicate.class);
        }
    }

    private static void accept(FrameIntake good) {
        try {
            assertThat(good.take(SUBMISSION, new ByteArrayInputStream(FRAME)))
                    .isInstanceOf(IntakeOutcome.Accepted.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
