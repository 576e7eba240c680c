package io.astrochrome.tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorGridTest {
    @ParameterizedTest
    @CsvSource({
        "2048, 2048, 224, 224, 224, 224",
        "6000, 4000, 336, 224, 352, 224",
        "4000, 6000, 224, 336, 224, 352",
        "384, 390, 224, 228, 224, 256",
        "100, 100, 224, 224, 224, 224",
        "9576, 6388, 336, 224, 352, 224",
        "10000, 1000, 672, 67, 672, 96",
    })
    void keepsTheAspectAndPadsToMultiplesOf32(
            int frameWidth, int frameHeight, int contentWidth, int contentHeight, int width, int height) {
        assertThat(TensorGrid.of(frameWidth, frameHeight, 224, 672))
                .isEqualTo(new TensorGrid(frameWidth, frameHeight, width, height, contentWidth, contentHeight));
    }

    @Test
    void theLongestSideBoundsAFrameThatIsVeryWide() {
        TensorGrid grid = TensorGrid.of(100_000, 1, 224, 672);

        assertThat(grid.contentWidth()).isEqualTo(672);
        assertThat(grid.contentHeight()).isEqualTo(1);
        assertThat(grid.height()).isEqualTo(32);
    }

    @Test
    void paddingRepeatsTheLastColumnAndRow() {
        TensorGrid grid = new TensorGrid(2, 2, 32, 32, 2, 2);
        float[] padded = grid.pad(new float[] {1, 2, 3, 4});

        assertThat(padded[0]).isEqualTo(1);
        assertThat(padded[31]).isEqualTo(2);
        assertThat(padded[31 * 32]).isEqualTo(3);
        assertThat(padded[32 * 32 - 1]).isEqualTo(4);
    }

    @Property(tries = 100)
    void contentIsFoundAgain(
            @ForAll @IntRange(min = 1, max = 300) int width, @ForAll @IntRange(min = 1, max = 300) int height) {
        TensorGrid grid = TensorGrid.of(width, height, 64, 200);
        float[] content = new float[grid.contentWidth() * grid.contentHeight()];
        for (int i = 0; i < content.length; i++) {
            content[i] = i;
        }
        assertThat(grid.content(grid.pad(content))).isEqualTo(content);
    }

    @Test
    void aWrongGridIsRefusedWithTheRuleItBreaks() {
        assertThatThrownBy(() -> new TensorGrid(10, 10, 33, 32, 10, 10))
                .hasMessage("a grid's sides must be multiples of 32, not 33 x 32");
        assertThatThrownBy(() -> new TensorGrid(10, 10, 32, 32, 40, 10))
                .hasMessage("content of 40 x 10 does not fit into 32 x 32");
        assertThatThrownBy(() -> new TensorGrid(10, 0, 32, 32, 32, 32)).hasMessageContaining("sides must be positive");
        assertThatThrownBy(() -> TensorGrid.of(10, 10, 64, 32)).hasMessageContaining("longest side");
    }
}
