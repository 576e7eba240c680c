package io.astrochrome.events.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.Topics;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicTableTest {
    @Test
    void hasEveryTopicOnce() {
        assertThat(TopicTable.TOPICS).extracting(Topic::name).isEqualTo(Topics.ALL);
    }

    @Test
    void knowsNoTopicThatThereIsNot() {
        assertThat(TopicTable.USES).extracting(TopicUse::topic).isSubsetOf(Topics.withDeadLetters());
    }

    @Test
    void saysOnceWhatAClientDoesWithATopic() {
        assertThat(TopicTable.USES.stream()
                        .collect(Collectors.groupingBy(
                                use -> List.of(use.client(), use.access(), use.topic()), Collectors.counting()))
                        .values())
                .containsOnly(1L);
    }

    @Test
    void hasSomebodyWhoWritesEachTopicAndNobodyWhoDoesNothing() {
        for (String topic : Topics.ALL) {
            assertThat(TopicTable.USES)
                    .as(topic)
                    .anyMatch(use -> use.topic().equals(topic) && use.access() == TopicAccess.WRITES);
        }
        assertThat(TopicClient.values())
                .allSatisfy(client -> assertThat(TopicTable.usesOf(client)).isNotEmpty());
    }

    @Test
    void letsAGroupGiveUpWhatItCannotHandle() {
        assertThat(TopicTable.USES.stream().filter(use -> use.group() != null).filter(use -> !use.group()
                        .equals("metrics-service-gate"))) // passes over what it cannot read
                .allSatisfy(
                        use -> assertThat(TopicTable.writtenBy(use.client())).contains(Topics.deadLetter(use.topic())));
    }

    @Test
    void keepsADeadLetterLongerThanItsRecordButNotForEver() {
        assertThat(TopicTable.cleanup(Topics.FRAMES)).isEqualTo(Cleanup.BY_AGE);
        assertThat(TopicTable.cleanup(Topics.deadLetter(Topics.FRAMES))).isEqualTo(Cleanup.UNHEEDED);
    }

    @Test
    void stopsWhoeverWantsATopicThatItDoesNotHave() {
        TopicRights colorize = TopicRights.of(TopicClient.named("colorize-service"));

        assertThatCode(() -> colorize.toRead(List.of(Topics.LAB_TENSORS, Topics.COLORIZED)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> colorize.toRead(List.of(Topics.LAB_TENSORS, Topics.MODELS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "colorize-service reads models.v1, which the table of topics does not know: add a row to it,"
                                + " or leave the topic alone");
        assertThatThrownBy(() -> colorize.toWrite(List.of(Topics.LAB_TENSORS)))
                .hasMessageContaining("colorize-service writes lab-tensors.v1");
    }

    @Test
    void knowsNobodyElse() {
        assertThatThrownBy(() -> TopicClient.named("paint-service")).hasMessageContaining("paint-service has no place");
    }

    @Test
    void refusesAGroupThatItsServiceHasNoRightTo() {
        assertThatThrownBy(() ->
                        new TopicUse(TopicClient.COLORIZE, TopicAccess.READS, Topics.FRAMES, "painters", "to paint"))
                .hasMessageContaining("begin with colorize-service");
    }
}
