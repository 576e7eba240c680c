package io.astrochrome.events.stretch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FramePosition;
import io.astrochrome.events.StretchApplied;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SequenceStretchTest {
    private static final Instant AT = Instant.parse("2026-02-03T04:05:06Z");
    private static final StretchApplied OLD = new StretchApplied("asinh", "target", Map.of("black", 0.1));
    private static final StretchApplied NEW = new StretchApplied("asinh", "target", Map.of("black", 0.2));
    private static final int MOST_CHANGES = 64;

    private static FramePosition frame(int second) {
        return new FramePosition(AT.plusSeconds(second), "frame " + second);
    }

    private static StretchChange change(int second) {
        return new StretchChange(
                frame(second), StretchCause.MOVED, "the sky is brighter", OLD, NEW, List.of(frame(second)));
    }

    @Test
    void beginsWithItsFirstFrame() throws EventFormatException {
        SequenceStretch begun = SequenceStretch.begun("M 31", change(0), AT);

        assertThat(begun.current()).isEqualTo(change(0));
        assertThat(begun.newest()).isEqualTo(frame(0));
        assertThat(begun.outside()).isEmpty();
        assertThat(begun.heededReset()).isEqualTo(AT);
        assertThat(EventCodec.fromJson(EventCodec.toJson(begun), SequenceStretch.class))
                .as("as it is kept")
                .isEqualTo(begun);
    }

    @Test
    void aFrameHasTheChangeThatWasInForceWhenItCame() {
        SequenceStretch twice = SequenceStretch.begun("M 31", change(10), null)
                .withOutside(List.of(frame(11)), frame(11))
                .changed(change(20), AT);

        assertThat(twice.outside())
                .as("what a change was made for is done with")
                .isEmpty();
        assertThat(twice.newest()).isEqualTo(frame(20));
        assertThat(twice.at(frame(5))).as("a frame before all").isEqualTo(change(10));
        assertThat(twice.at(frame(10))).isEqualTo(change(10));
        assertThat(twice.at(frame(19))).isEqualTo(change(10));
        assertThat(twice.at(frame(20))).isEqualTo(change(20));
        assertThat(twice.at(frame(99))).isEqualTo(twice.current()).isEqualTo(change(20));
    }

    @Test
    void aStepIsOneOfTheCurrentChange() {
        SequenceStretch stepped = SequenceStretch.begun("M 31", change(0), null)
                .changed(change(1), null)
                .withOutside(List.of(frame(2)), frame(2))
                .stepped(frame(3));

        assertThat(stepped.current().steps()).containsExactly(frame(1), frame(3));
        assertThat(stepped.changes().get(0)).isEqualTo(change(0));
        assertThat(stepped.outside()).containsExactly(frame(2));
        assertThat(stepped.newest()).isEqualTo(frame(3));
    }

    @Test
    void theOldestOfManyChangesAreForgotten() {
        SequenceStretch stretch = SequenceStretch.begun("M 31", change(0), null);
        for (int i = 1; i <= MOST_CHANGES; i++) {
            stretch = stretch.changed(change(i), null);
        }

        assertThat(stretch.changes())
                .hasSize(MOST_CHANGES)
                .startsWith(change(1))
                .endsWith(change(MOST_CHANGES));
    }

    @Test
    void framesStandByWhenTheyWereTakenInThenByTheirIds() {
        FramePosition twin = new FramePosition(frame(1).ingestedAt(), "frame 0");

        assertThat(frame(0)).isLessThan(frame(1)).isLessThan(twin);
        assertThat(twin).isLessThan(frame(1));
        assertThat(frame(1)).isEqualByComparingTo(frame(1));
    }

    @Test
    void whatIsNoHistoryIsRefusedWithTheRule() {
        assertThatThrownBy(() -> new SequenceStretch("M 31", List.of(), List.of(), frame(0), null))
                .hasMessage("a sequence's stretch has at least one change");
        assertThatThrownBy(() -> new SequenceStretch(" ", List.of(change(0)), List.of(), frame(0), null))
                .hasMessage("target must not be blank");
        assertThatThrownBy(
                        () -> new StretchChange(frame(0), StretchCause.FIRST, "it is the first", null, NEW, List.of()))
                .hasMessage("a change's steps begin with its own frame");
        assertThatThrownBy(() -> new StretchChange(
                        frame(0), StretchCause.FIRST, "it is the first", null, NEW, List.of(frame(1))))
                .hasMessage("a change's steps begin with its own frame");
        assertThatThrownBy(() -> new StretchReset("M 31", "Ada", "", AT)).hasMessage("reason must not be blank");
    }
}
