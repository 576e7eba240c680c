package io.astrochrome.imaging.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubWeightsTest {
    @Test
    void numbersItsSubsInTheirOrder() {
        SubWeights subs = new SubWeights();
        assertThat(subs.count()).isZero();
        assertThat(subs.add(0.5, 10)).isZero();
        assertThat(subs.add(2, 0)).isEqualTo((short) 1);
        assertThat(subs.count()).isEqualTo(2);
        assertThat(subs.weight((short) 0)).isEqualTo(0.5f);
        assertThat(subs.noise((short) 0)).isEqualTo(10);
        assertThat(subs.weight((short) 1)).isEqualTo(2);
        assertThat(subs.noise((short) 1)).isZero();
    }

    @ParameterizedTest(name = "weight {0} and noise {1}")
    @CsvSource({"0, 1", "-1, 1", "NaN, 1", "1, -0.1", "1, NaN"})
    void aSubWithoutWeightOrNoiseIsNoneAndChangesNothing(double weight, double noise) {
        SubWeights subs = new SubWeights();
        assertThatThrownBy(() -> subs.add(weight, noise))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a positive weight and a noise, not " + weight + " and " + noise);
        assertThat(subs.count()).isZero();
    }

    @Test
    void whatWasWrittenIsRead() {
        SubWeights subs = new SubWeights();
        for (int i = 0; i < 5; i++) {
            subs.add(1 + i, 10 * i);
        }
        ByteBuffer bytes = ByteBuffer.allocate(SubWeights.bytes(5) + 3);
        subs.write(bytes);
        assertThat(bytes.remaining()).isEqualTo(3);
        SubWeights read = SubWeights.read(bytes.flip(), 5);
        assertThat(read.count()).isEqualTo(5);
        for (short sub = 0; sub < 5; sub++) {
            assertThat(read.weight(sub)).isEqualTo(1 + sub);
            assertThat(read.noise(sub)).isEqualTo(10 * sub);
        }
        assertThat(read.add(9, 9)).isEqualTo((short) 5);
    }

    @Test
    void takesAsManyAsAShortCountsAndNoMore() {
        int most = Short.MAX_VALUE;
        SubWeights subs = SubWeights.read(ByteBuffer.allocate(SubWeights.bytes(most - 1)), most - 1);
        assertThat(subs.add(1, 1)).isEqualTo((short) (most - 1));
        assertThatThrownBy(() -> subs.add(1, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a stack takes 32767 subs");
        assertThat(subs.count()).isEqualTo(most);
    }
}
