package io.astrochrome.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.events.model.ModelDecision;
import org.junit.jupiter.api.Test;

class RulesTest {
    @Test
    void namesTheRuleThatWasBroken() {
        assertThatThrownBy(() -> new ObjectReference("b", "k", 1, "ABC"))
                .hasMessage("sha256 must be a SHA-256 in 64 lower-case hex digits, not ABC");
        assertThatThrownBy(() -> new ObjectReference("b", "k", -1, TestEvents.ID))
                .hasMessage("sizeBytes must not be negative, not -1");
        assertThatThrownBy(() -> new LabTensor(
                        TestEvents.frame(),
                        TestEvents.GEOMETRY,
                        TestEvents.STRETCH,
                        null,
                        TestEvents.AT,
                        new short[TestEvents.GEOMETRY.pixels()],
                        new short[TestEvents.GEOMETRY.pixels()],
                        null))
                .hasMessage("a and b must be given both or neither");
    }

    @Test
    void givesEveryTopicADeadLetterTopicWithRoomForItsHeaders() {
        assertThat(Topics.withDeadLetters())
                .hasSize(2 * Topics.ALL.size())
                .contains("frames.v1", "frames.v1.dlq", "model-decisions.v1.dlq");
        assertThat(Topics.maxMessageBytes("frames.v1", 1000)).isEqualTo(1000);
        assertThat(Topics.maxMessageBytes("frames.v1.dlq", 1000)).isEqualTo(1000 + Topics.HEADER_BYTES);
    }

    @Test
    void refusesADecisionThatCouldNotBeObeyed() {
        assertThatThrownBy(() -> TestEvents.decision("reserve", TestEvents.ID, TestEvents.OBJECT, null, null))
                .hasMessage("alias must be champion or challenger, not reserve");
        assertThatThrownBy(() -> TestEvents.decision(ModelDecision.CHAMPION, TestEvents.ID, null, null, null))
                .hasMessage("object must be given");
        assertThatThrownBy(() ->
                        TestEvents.decision(ModelDecision.CHAMPION, "0".repeat(64), TestEvents.OBJECT, null, null))
                .hasMessageStartingWith("object must be the file of model 0000");
        assertThatThrownBy(() ->
                        TestEvents.decision(ModelDecision.CHALLENGER, TestEvents.ID, TestEvents.OBJECT, null, null))
                .hasMessage("mode must be given for a challenger, and for nobody else");
        assertThatThrownBy(() -> TestEvents.decision(
                        ModelDecision.CHALLENGER, TestEvents.ID, TestEvents.OBJECT, ChallengerMode.CANARY, 1.5))
                .hasMessage("canaryShare must be above 0 and at most 1, not 1.5");
    }
}
