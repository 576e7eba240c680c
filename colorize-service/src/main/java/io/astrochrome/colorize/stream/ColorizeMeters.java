package io.astrochrome.colorize.stream;

import io.astrochrome.events.FrameColorized;
import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** This stage's part of the meters. Thread-safe. */
@Singleton
final class ColorizeMeters {
    private static final String STAGE = Channels.STAGE;

    private final Meters meters;

    ColorizeMeters(Meters meters) {
        this.meters = meters;
        meters.count(Meter.UNDERSIZED, 0, STAGE); // so that there is a figure before there is one
    }

    void watch(Arrivals arrivals, InferenceLoop network) {
        meters.watch(Meter.UNDER_WAY, arrivals::underWay, STAGE);
        meters.watch(Meter.WAITING, () -> arrivals.waiting() + network.waiting(), STAGE);
    }

    /** Frames went through the network together. */
    void batch(int frames, String executionProvider, Duration took) {
        meters.record(Meter.BATCH, frames, STAGE);
        meters.time(Meter.INFERENCE, took, executionProvider);
    }

    /** A live frame's tensor is smaller than what the model was trained at. */
    void undersized() {
        meters.count(Meter.UNDERSIZED, STAGE);
    }

    void duplicate() {
        meters.count(Meter.FRAMES, STAGE, "duplicate");
    }

    void skipped() {
        meters.count(Meter.FRAMES, STAGE, "skipped");
    }

    void deadLetter() {
        meters.count(Meter.FRAMES, STAGE, "quarantined");
    }

    /** The network takes up a record that was written to the log at that time. */
    void queued(Instant written) {
        meters.time(Meter.QUEUE, Duration.between(written, Instant.now()), STAGE);
    }

    /** A frame's event is on its topic; its record came that long ago. */
    void published(FrameColorized event, Duration inStage) {
        meters.count(Meter.FRAMES, STAGE, "coloured");
        meters.time(Meter.STAGE, inStage, STAGE);
        event.stageMillis()
                .forEach((step, millis) ->
                        meters.time(Meter.STEP, Duration.ofNanos((long) (millis * 1e6)), STAGE, step));
        meters.time(Meter.AGE, Duration.between(event.frame().ingestedAt(), event.colorizedAt()), STAGE);
    }
}
