package io.astrochrome.metrics.registry.events;

import io.astrochrome.events.EventType;
import io.astrochrome.platform.kafka.KafkaClients;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.KafkaException;

/** A log that is a list, and may be away. */
public final class KeptEvents extends EventWriter {
    private final List<Written> written = new ArrayList<>();
    private boolean away;

    /** What was written. */
    public record Written(String topic, EventType type, String id, String key, Record event) {}

    public KeptEvents(KafkaClients clients) {
        super(clients);
    }

    @Override
    public void write(String topic, EventType type, String id, String key, Record event) {
        if (away) {
            throw new KafkaException(topic + " does not take an event: the broker is away");
        }
        written.add(new Written(topic, type, id, key, event));
    }

    /** From now on it takes nothing. */
    public void goAway() {
        away = true;
    }

    /** From now on it takes everything again. */
    public void comeBack() {
        away = false;
    }

    public List<Written> written() {
        return List.copyOf(written);
    }
}
