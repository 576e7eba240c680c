package io.astrochrome.standalone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.embedded.TopicSettings;
import io.astrochrome.events.Topics;
import io.astrochrome.events.topic.TopicRetention;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicPlanTest {
    private final Map<String, TopicSettings> plan =
            TopicPlan.topics(1 << 20).stream().collect(Collectors.toMap(TopicSettings::name, topic -> topic));

    @Test
    void keepsRecordsAsComposeAndKubernetesDo() {
        for (var topic : Topics.withDeadLetters()) {
            Map<String, String> settings = new HashMap<>(plan.get(topic).configuration());
            settings.keySet().removeAll(Set.of("max.message.bytes", "segment.bytes"));

            assertThat(settings).as(topic).isEqualTo(TopicRetention.of(topic));
        }
    }

    @Test
    void keepsFramesForAMonthDeadLettersForHalfAYearAndDecisionsAndLessonsForEver() {
        assertThat(retention(Topics.LAB_TENSORS))
                .isEqualTo(Long.toString(Duration.ofDays(30).toMillis()));
        assertThat(retention(Topics.MODEL_DECISIONS)).isEqualTo("-1");
        assertThat(retention(Topics.deadLetter(Topics.FRAMES)))
                .isEqualTo(Long.toString(Duration.ofDays(180).toMillis()));
        assertThat(plan.get(Topics.LESSONS).configuration()).containsEntry("cleanup.policy", "compact");
    }

    @Test
    void givesTopicsThatAreJoinedByKeyAsManyPartitions() {
        assertThat(plan.get(Topics.LAB_TENSORS).partitions())
                .isEqualTo(plan.get(Topics.COLORIZED).partitions());
    }

    private String retention(String topic) {
        return plan.get(topic).configuration().get("retention.ms");
    }
}
