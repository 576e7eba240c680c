package io.astrochrome.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Purpose;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RecentFramesTest {
    private static final String ID = "ab".repeat(32);

    private final RecentFrames recent = new RecentFrames();

    @Test
    void aFrameThatComesAgainIsDoneWhenTheFirstOneIs() {
        FrameIngested frame = frame("M 31", Purpose.LIVE);
        CompletableFuture<Void> whole = new CompletableFuture<>();
        assertThat(recent.handled(frame)).isEmpty();

        recent.add(frame, whole);

        assertThat(recent.handled(frame).orElseThrow()).isNotDone();
        whole.complete(null);
        assertThat(recent.handled(frame).orElseThrow()).isDone();
        assertThat(recent.handled(frame("M 33", Purpose.LIVE)))
                .as("another piece of work")
                .isEmpty();
        assertThat(recent.handled(frame("M 31", Purpose.TRAIN))).isEmpty();
    }

    @Test
    void whatTheBrokerRefusedMayComeAgain() {
        FrameIngested frame = frame("M 31", Purpose.LIVE);
        recent.add(frame, new CompletableFuture<>());

        recent.remove(frame);

        assertThat(recent.handled(frame)).isEmpty();
    }

    private static FrameIngested frame(String target, Purpose purpose) {
        return new FrameIngested(
                ID,
                target,
                new ObjectReference("astrochrome", "frames/ab/" + ID, 1, ID),
                "image/fits",
                "a.fits",
                purpose,
                "test",
                null,
                Instant.EPOCH,
                null,
                Map.of());
    }
}
