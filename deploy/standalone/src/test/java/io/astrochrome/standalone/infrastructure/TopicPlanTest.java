package io.astrochrome.standalone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.embedded.TopicSettings;
import io.astrochrome.events.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicPlanTest {
    private final Map<String, TopicSettings> plan =
            TopicPlan.topics(1 << 20).stream().collect(Collectors.toMap(TopicSettings::name, topic -> topic));

    @Test
    void keepsADeadLetterUntilSomebodyHasLooked() {
        for (var topic : Topics.ALL) {
            assertThat(retention(Topics.deadLetter(topic))).as(topic).isEqualTo("-1");
        }
    }

    @Test
    void keepsFramesForAMonthAndDecisionsForEver() {
        assertThat(retention(Topics.LAB_TENSORS))
                .isEqualTo(Long.toString(Duration.ofDays(30).toMillis()));
        assertThat(retention(Topics.MODEL_DECISIONS)).isEqualTo("-1");
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
