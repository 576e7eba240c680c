package io.astrochrome.colorize.stream.publish;

import io.astrochrome.colorize.inference.ColouredFrame;
import io.astrochrome.colorize.stream.queue.Channels;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventType;
import io.astrochrome.events.FrameTrial;
import io.astrochrome.platform.CloudEvents;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Publishes what a challenger made of frames unseen. */
@Singleton
public final class ShadowPublisher {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MutinyEmitter<byte[]> emitter;

    ShadowPublisher(@Channel(Channels.COLORIZED_SHADOW) MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /** Returns when the broker has it; throws where it does not take it, which loses a trial and nothing else. */
    public void publish(ColouredFrame frame) {
        FrameTrial trial = frame.trial(FrameTrial.SHADOW);
        emitter.sendMessage(CloudEvents.message(
                        EventType.FRAME_TRIED,
                        Channels.SOURCE,
                        ColorizedPublisher.eventId(trial.frame().frameId(), trial.modelId()),
                        trial.frame().target(),
                        EventCodec.toBytes(trial)))
                .await()
                .atMost(PATIENCE);
    }
}
