package io.astrochrome.meters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedLabelTest {
    @Test
    void callsWhatIsBeyondItsBoundOther() {
        BoundedLabel label = new BoundedLabel(2);

        assertThat(label.of("M 31")).isEqualTo("M 31");
        assertThat(label.of("M 42")).isEqualTo("M 42");
        assertThat(label.of("M 51")).isEqualTo("other");
        assertThat(label.of("M 31")).isEqualTo("M 31");
    }
}
