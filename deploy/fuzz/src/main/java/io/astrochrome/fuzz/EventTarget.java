package io.astrochrome.fuzz;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.deadletter.DeadLetterReplayed;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.events.model.ModelPublished;
import io.astrochrome.events.training.RetrainRequest;
import io.astrochrome.events.training.TrainingProgress;
import java.util.List;

/** Every record, whichever topic the bytes were on. */
final class EventTarget {
    private static final List<Class<? extends Record>> JSON = List.of(
            FrameIngested.class,
            FrameScored.class,
            TrainingProgress.class,
            ModelPublished.class,
            ModelDecision.class,
            RetrainRequest.class,
            DeadLetterReplayed.class);

    private EventTarget() {}

    static void feed(byte[] bytes) {
        JSON.forEach(type -> read(() -> EventCodec.fromJson(bytes, type)));
        read(() -> EventCodec.labTensor(bytes));
        read(() -> EventCodec.frameColorized(bytes));
        read(() -> EventCodec.frameTrial(bytes));
    }

    private static void read(Reading reading) {
        try {
            reading.read();
        } catch (EventFormatException e) {
            // What a consumer puts aside.
        }
    }

    private interface Reading {
        Record read() throws EventFormatException;
    }
}
