package io.astrochrome.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlanesTest {
    private static final List<Axis> BOTH = List.of(Axis.ROWS, Axis.COLUMNS);

    /** Two pictures of two rows and three columns. */
    private static final Planes TWO = new Planes(2, 2, 3, new float[] {1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60});

    private static Planes counted(int n, int h, int w) {
        float[] values = new float[n * h * w];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        return new Planes(n, h, w, values);
    }

    @Test
    void columnsRowsAndBothAreFlippedPictureByPicture() {
        assertThat(TWO.flipped(List.of(Axis.COLUMNS)).values())
                .containsExactly(3, 2, 1, 6, 5, 4, 30, 20, 10, 60, 50, 40);
        assertThat(TWO.flipped(List.of(Axis.ROWS)).values()).containsExactly(4, 5, 6, 1, 2, 3, 40, 50, 60, 10, 20, 30);
        assertThat(TWO.flipped(BOTH).values()).containsExactly(6, 5, 4, 3, 2, 1, 60, 50, 40, 30, 20, 10);
        assertThat(TWO.flipped(List.of()).values()).isEqualTo(TWO.values());
    }

    @Test
    void transposedRowsBecomeColumns() {
        Planes transposed = TWO.transposed();

        assertThat(transposed.h()).isEqualTo(3);
        assertThat(transposed.w()).isEqualTo(2);
        assertThat(transposed.values()).containsExactly(1, 4, 2, 5, 3, 6, 10, 40, 20, 50, 30, 60);
    }

    @Property(tries = 100)
    void eachIsUndoneByItself(
            @ForAll @IntRange(min = 1, max = 3) int n,
            @ForAll @IntRange(min = 1, max = 7) int h,
            @ForAll @IntRange(min = 1, max = 7) int w) {
        Planes planes = counted(n, h, w);

        for (Views views : Views.values()) {
            for (List<Axis> axes : views.flips()) {
                assertThat(planes.flipped(axes).flipped(axes).values()).isEqualTo(planes.values());
            }
        }
        assertThat(planes.transposed().transposed().values()).isEqualTo(planes.values());
    }

    @Property(tries = 50)
    void flippingColumnsOfTheTransposedIsFlippingRows(
            @ForAll @IntRange(min = 1, max = 6) int h, @ForAll @IntRange(min = 1, max = 6) int w) {
        Planes planes = counted(2, h, w);

        assertThat(planes.transposed().flipped(List.of(Axis.COLUMNS)).values())
                .isEqualTo(planes.flipped(List.of(Axis.ROWS)).transposed().values());
    }
}
