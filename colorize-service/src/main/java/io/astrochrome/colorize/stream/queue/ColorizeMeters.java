package io.astrochrome.colorize.stream.queue;

import io.astrochrome.events.FrameColorized;
import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** This stage's part of the meters. Thread-safe. */
@Singleton
public final class ColorizeMeters {
    private static final String STAGE = Channels.STAGE;

    private final Meters meters;

    /** The meters of this stage, from 0. */
    public ColorizeMeters(Meters meters) {
        this.meters = meters;
        meters.count(Meter.UNDERSIZED, 0, STAGE); // so that there is a figure before there is one
    }

    public void watch(Supplier<Integer> underWay, Supplier<Integer> waiting) {
        meters.watch(Meter.UNDER_WAY, underWay, STAGE);
        meters.watch(Meter.WAITING, waiting, STAGE);
    }

    /** Frames went through the network together. */
    public void batch(int frames, String executionProvider, Duration took) {
        meters.record(Meter.BATCH, frames, STAGE);
        meters.time(Meter.INFERENCE, took, executionProvider);
    }

    /** A live frame's tensor is smaller than what the model was trained at. */
    public void undersized() {
        meters.count(Meter.UNDERSIZED, STAGE);
    }

    public void duplicate() {
        meters.count(Meter.FRAMES, STAGE, "duplicate");
    }

    public void skipped() {
        meters.count(Meter.FRAMES, STAGE, "skipped");
    }

    public void deadLetter() {
        meters.count(Meter.FRAMES, STAGE, "quarantined");
    }

    /** The network takes up a record that was written to the log at that time. */
    public void queued(Instant written) {
        meters.time(Meter.QUEUE, Duration.between(written, Instant.now()), STAGE);
    }

    /** A frame's event is on its topic; its record came that long ago. */
    public void published(FrameColorized event, Duration inStage) {
        meters.count(Meter.FRAMES, STAGE, "coloured");
        meters.time(Meter.STAGE, inStage, STAGE);
        event.stageMillis()
                .forEach((step, millis) ->
                        meters.time(Meter.STEP, Duration.ofNanos((long) (millis * 1e6)), STAGE, step));
        meters.time(Meter.AGE, Duration.between(event.frame().ingestedAt(), event.colorizedAt()), STAGE);
    }
}
