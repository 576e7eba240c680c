package io.astrochrome.standalone.infrastructure;

import io.astrochrome.embedded.TopicSettings;
import io.astrochrome.events.Topics;
import io.astrochrome.events.topic.TopicRetention;
import io.astrochrome.events.topic.TopicTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The topics of one machine: partitions, how long records stay, how large they may be. Topics that are joined by key have
 * the same number of partitions.
 */
final class TopicPlan {
    /** One consumer per service runs here; a few partitions keep one slow target from holding up all others. */
    private static final int PARTITIONS_OF_THE_STREAM = 3;

    /** Old segments are deleted as a whole, so that they must not be large. */
    private static final long SEGMENT_BYTES = 128L << 20;

    private TopicPlan() {}

    static List<TopicSettings> topics(int maxMessageBytes) {
        return Topics.withDeadLetters().stream()
                .map(topic -> new TopicSettings(topic, partitions(topic), configuration(topic, maxMessageBytes)))
                .toList();
    }

    private static int partitions(String topic) {
        return Topics.ALL.contains(topic) && TopicTable.topic(topic).isByTarget() ? PARTITIONS_OF_THE_STREAM : 1;
    }

    private static Map<String, String> configuration(String topic, int maxMessageBytes) {
        var configuration = new HashMap<String, String>();
        configuration.put("max.message.bytes", Integer.toString(Topics.maxMessageBytes(topic, maxMessageBytes)));
        configuration.put("segment.bytes", Long.toString(SEGMENT_BYTES));
        configuration.putAll(TopicRetention.of(topic));
        return configuration;
    }
}
