package io.astrochrome.colorize.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.astrochrome.colorize.tensor.PlainTensors;
import io.astrochrome.events.Purpose;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplaySpanTest {
    private static final Instant NIGHT = Instant.parse("2026-11-22T20:00:00Z");

    private static ReplaySpan span(Set<String> targets, Set<Purpose> purposes) {
        return new ReplaySpan(null, null, Map.of(), targets, purposes);
    }

    @Test
    void takesTheTargetsAndPurposesThatAreMeant() {
        ReplaySpan some = span(Set.of("M 31"), Set.of(Purpose.LIVE));
        ReplaySpan every = span(Set.of(), Set.of(Purpose.TRAIN, Purpose.LIVE));

        assertThat(some.takes(PlainTensors.frame("M 31", Purpose.LIVE))).isTrue();
        assertThat(some.takes(PlainTensors.frame("M 42", Purpose.LIVE))).isFalse();
        assertThat(some.takes(PlainTensors.frame("M 31", Purpose.TRAIN))).isFalse();
        assertThat(every.takes(PlainTensors.frame("M 42", Purpose.TRAIN))).isTrue();
        assertThat(every.takes(PlainTensors.frame("M 42", Purpose.VALIDATION))).isFalse();
    }

    @Test
    void aRecordWithoutAKeyIsOfNoTargetThatIsNamed() {
        assertThat(span(Set.of("M 31"), Set.of(Purpose.LIVE)).takesTarget(null)).isFalse();
        assertThat(span(Set.of(), Set.of(Purpose.LIVE)).takesTarget(null)).isTrue();
    }

    @Test
    void aSpanIsNotEmptyAndHasAPurpose() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplaySpan(NIGHT, NIGHT, Map.of(), Set.of(), Set.of(Purpose.LIVE)))
                .withMessageContaining("not before its end");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> span(Set.of(), Set.of()))
                .withMessageContaining("a purpose");
        assertThat(new ReplaySpan(NIGHT, null, Map.of(), Set.of(), Set.of(Purpose.LIVE)).from())
                .isEqualTo(NIGHT);
    }

    @Test
    void whatItWasMadeOfMayBeChangedAfterwards() {
        Set<String> targets = new HashSet<>(Set.of("M 31"));
        Map<Integer, ReplaySpan.Offsets> offsets = new HashMap<>(Map.of(0, new ReplaySpan.Offsets(1, 2)));
        ReplaySpan span = new ReplaySpan(null, null, offsets, targets, Set.of(Purpose.LIVE));
        targets.clear();
        offsets.clear();

        assertThat(span.targets()).containsExactly("M 31");
        assertThat(span.offsets()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "5, 4"})
    void offsetsAreFromTheFirstToTheLast(long first, long last) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplaySpan.Offsets(first, last))
                .withMessageContaining("FIRST-LAST, not " + first + "-" + last);
    }

    @ParameterizedTest
    @CsvSource({
        "M 31, M 31",
        "a/b, a_b",
        "PK 164+31.1, PK 164+31.1",
        "../../etc/passwd, __.._etc_passwd",
        ".hidden, _hidden",
        "' padded ', padded",
        "'  ', _",
        "'', _"
    })
    void aFoldersNameIsPlain(String target, String name) {
        assertThat(ReplayFolder.safe(target)).isEqualTo(name);
    }

    @Property(tries = 500)
    void whateverATargetIsCalledItsPicturesStayInTheirFolder(@ForAll String target) {
        String safe = ReplayFolder.safe(target);

        assertThat(safe).isNotEmpty().doesNotContain("/", "\\", "\0", "\n").doesNotStartWith(".");
        assertThat(ReplayFolder.safe(safe)).as("said again").isEqualTo(safe);
        if (safe.chars().allMatch(letter -> letter < 128)) {
            assertThat(Path.of("out").resolve(safe).normalize()).isEqualTo(Path.of("out", safe));
        }
    }
}
