package io.astrochrome.events.deadletter;

import io.astrochrome.events.Rules;
import java.time.Instant;

/**
 * A dead letter is on its topic again. The Kafka key is {@link #letterId}.
 *
 * @param letterId where the dead letter lies, as {@code topic/partition/offset}
 * @param topic where it was put
 * @param stage that had given it up
 * @param replayedBy a person, or the program that did it
 */
public record DeadLetterReplayed(String letterId, String topic, String stage, String replayedBy, Instant at) {
    public DeadLetterReplayed {
        Rules.notBlank("letterId", letterId);
        Rules.notBlank("topic", topic);
        Rules.notBlank("stage", stage);
        Rules.notBlank("replayedBy", replayedBy);
        Rules.present("at", at);
    }
}
