package io.astrochrome.imaging.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTextTest {
    @Test
    void leavesTextAsItIs() {
        assertThat(ShownText.of("M 31 \u00e9\ud83d\ude80.fits")).isEqualTo("M 31 \u00e9\ud83d\ude80.fits");
    }

    @Test
    void letsNothingPretendToBeAnotherLineOrCommandATerminal() {
        assertThat(ShownText.of("a.fits\r\n2026 ERROR\u001b[2J\u202egpj\u0000\u2028b"))
                .isEqualTo("a.fits 2026 ERROR [2J gpj b");
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(ShownText.of("ab\ud83d\ude80", 3)).isEqualTo("ab");
        assertThat(ShownText.of("ab\ud83d\ude80", 4)).isEqualTo("ab\ud83d\ude80");
        assertThat(ShownText.of("ab  cd", 3)).isEqualTo("ab");
    }
}
