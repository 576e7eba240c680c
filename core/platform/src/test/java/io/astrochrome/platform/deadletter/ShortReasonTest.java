package io.astrochrome.platform.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortReasonTest {
    private static final int LONGEST = 2000;

    /** One character, two chars. */
    private static final String TELESCOPE = "\uD83D\uDD2D";

    @Test
    void aReasonThatFitsIsWhole() {
        assertThat(ShortReason.of("")).isEmpty();
        assertThat(ShortReason.of("x".repeat(LONGEST))).isEqualTo("x".repeat(LONGEST));
    }

    @Test
    void ofALongReasonTheBeginningIsShownAndThatThereIsMore() {
        assertThat(ShortReason.of("x".repeat(LONGEST) + "y")).isEqualTo("x".repeat(LONGEST) + "…");
    }

    @Test
    void itIsNotCutWithinACharacter() {
        String odd = ShortReason.of("x".repeat(LONGEST - 1) + TELESCOPE.repeat(2));
        String even = ShortReason.of("x".repeat(LONGEST - 2) + TELESCOPE.repeat(2));

        assertThat(UTF_8.newEncoder().canEncode(odd)).isTrue();
        assertThat(odd).isEqualTo("x".repeat(LONGEST - 1) + "…");
        assertThat(even).isEqualTo("x".repeat(LONGEST - 2) + TELESCOPE + "…");
    }
}
