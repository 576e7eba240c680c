package io.astrochrome.trainer.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {
    @ParameterizedTest
    @CsvSource({
        "kitten, sitting, 3",
        "saturday, sunday, 3",
        "rosettacode, raisethysword, 8",
        "side, side, 0",
        "'', side, 4",
        "side, '', 4",
        "ab, ba, 2",
        "steps, step, 1"
    })
    void theDistanceIsTheLeastNumberOfEdits(String one, String other, int edits) {
        assertThat(NearestWord.distance(one, other)).isEqualTo(edits);
    }

    /** The definition itself, which asks for everything again and again. */
    private static int byDefinition(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.length() + other.length();
        }
        String oneLess = one.substring(1);
        String otherLess = other.substring(1);
        if (one.charAt(0) == other.charAt(0)) {
            return byDefinition(oneLess, otherLess);
        }
        return 1
                + Math.min(
                        byDefinition(oneLess, otherLess),
                        Math.min(byDefinition(oneLess, other), byDefinition(one, otherLess)));
    }

    @Property(tries = 200)
    void theTableComesToWhatTheDefinitionSays(
            @ForAll @StringLength(max = 5) @CharRange(from = 'a', to = 'c') String one,
            @ForAll @StringLength(max = 5) @CharRange(from = 'a', to = 'c') String other) {
        assertThat(NearestWord.distance(one, other)).isEqualTo(byDefinition(one, other));
    }

    @Property(tries = 200)
    void noWayRoundByAThirdWordIsShorter(
            @ForAll @StringLength(max = 9) @CharRange(from = 'a', to = 'd') String one,
            @ForAll @StringLength(max = 9) @CharRange(from = 'a', to = 'd') String other,
            @ForAll @StringLength(max = 9) @CharRange(from = 'a', to = 'd') String third) {
        int straight = NearestWord.distance(one, other);

        assertThat(straight).isEqualTo(NearestWord.distance(other, one));
        assertThat(straight == 0).isEqualTo(one.equals(other));
        assertThat(straight).isLessThanOrEqualTo(NearestWord.distance(one, third) + NearestWord.distance(third, other));
    }

    @Test
    void theNearestOfTheCandidatesIsGivenAndOfEqualOnesTheFirstInTheAlphabet() {
        assertThat(NearestWord.to("dropot", List.of("depth", "dropout", "drop")))
                .contains("dropout");
        assertThat(NearestWord.to("x", List.of("c", "a", "b"))).contains("a");
        assertThat(NearestWord.to("x", List.of())).isEmpty();
    }
}
