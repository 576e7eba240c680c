package io.astrochrome.colorize.stream.publish;

import io.astrochrome.colorize.settings.ColorizeSettings;
import io.astrochrome.colorize.stream.queue.Channels;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventType;
import io.astrochrome.events.FrameColorized;
import io.astrochrome.platform.CloudEvents;
import io.astrochrome.platform.kafka.RecordFailures;
import io.astrochrome.platform.retry.Retry;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Publishes coloured frames; tries again until the broker has taken the event, or says that none ever would. Thread-safe. */
@Singleton
public final class ColorizedPublisher {
    private final MutinyEmitter<byte[]> emitter;
    private final Retry retry;

    ColorizedPublisher(@Channel(Channels.COLORIZED) MutinyEmitter<byte[]> emitter, ColorizeSettings settings) {
        this.emitter = emitter;
        this.retry = settings.retry();
    }

    /** The id that the same picture and model always have. */
    public static String eventId(String pictureId, String modelId) {
        return pictureId + "-" + modelId;
    }

    /** The picture that an event's id belongs to. */
    public static String pictureId(String eventId) {
        int end = eventId.indexOf('-');
        return end < 0 ? eventId : eventId.substring(0, end);
    }

    /**
     * Completes when the broker has the event; exceptionally where no broker would take it.
     *
     * @param headers beside the event's own, such as those of a trace
     */
    public CompletionStage<Void> publish(FrameColorized event, Map<String, String> headers) {
        byte[] value = EventCodec.toBytes(event);
        String id = eventId(event.pictureId(), event.modelId());
        return retry.eventually(
                        "publishing frame " + event.frame().frameId(),
                        failure -> !RecordFailures.areOfTheRecord(failure),
                        () -> emitter.sendMessage(CloudEvents.message(
                                EventType.FRAME_COLORIZED,
                                Channels.SOURCE,
                                id,
                                event.frame().target(),
                                value,
                                headers)))
                .subscribeAsCompletionStage();
    }
}
