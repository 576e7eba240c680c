package io.astrochrome.metrics.observatory.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CurveTest {
    private static final int MOST_POINTS = 400;

    private static Curve of(LongStream steps) {
        Curve curve = Curve.EMPTY;
        for (long step : steps.toArray()) {
            curve = curve.and(Heard.of("a run", step, Map.of("loss", 1.0 / step)));
        }
        return curve;
    }

    @Test
    void aWordWithoutFiguresIsNoPoint() {
        Curve curve = of(LongStream.of(1, 2));

        assertThat(curve.and(Heard.of("a run", 3, Map.of()))).isSameAs(curve);
    }

    @Test
    void whatWasSaidLastOfAStepCounts() {
        Curve curve = of(LongStream.of(1, 2, 3)).and(Heard.of("a run", 2, Map.of("loss", 9.0)));

        assertThat(curve.points()).extracting(Curve.Point::step).containsExactly(1L, 2L, 3L);
        assertThat(curve.points().get(1).figures()).containsExactly(Map.entry("loss", 9.0));
    }

    @Test
    void theCurveBeforeIsNotTouched() {
        Curve before = of(LongStream.of(1));
        before.and(Heard.of("a run", 2, Map.of("loss", 1.0)));

        assertThat(before.points()).hasSize(1);
        assertThat(Curve.EMPTY.points()).isEmpty();
    }

    @Test
    void asManyPointsAsThereIsRoomForAreAllKept() {
        assertThat(of(LongStream.rangeClosed(1, MOST_POINTS)).points()).hasSize(MOST_POINTS);
        assertThat(of(LongStream.rangeClosed(1, MOST_POINTS + 1)).points())
                .hasSize(MOST_POINTS)
                .extracting(Curve.Point::step)
                .contains(1L, (long) MOST_POINTS + 1);
    }

    @Test
    void ofPointsThatLieCloseTogetherOneIsLeftOut() {
        LongStream apart = LongStream.rangeClosed(1, MOST_POINTS - 1).map(step -> 100 * step);
        Curve curve = of(LongStream.concat(apart, LongStream.of(20_050, 20_051)));

        assertThat(curve.points()).extracting(Curve.Point::step).contains(20_000L, 20_100L);
        assertThat(curve.points())
                .filteredOn(point -> point.step() > 20_000 && point.step() < 20_100)
                .hasSize(1);
    }

    @Property(tries = 15)
    void inWhateverOrderStepsAreHeardOfTheyAreSortedAndTheEndsAreKept(
            @ForAll @IntRange(min = 1, max = 900) int count, @ForAll Random random) {
        List<Integer> steps =
                new ArrayList<>(IntStream.rangeClosed(1, count).boxed().toList());
        Collections.shuffle(steps, random);

        Curve curve = of(steps.stream().mapToLong(Integer::longValue));

        assertThat(curve.points()).hasSize(Math.min(count, MOST_POINTS));
        assertThat(curve.points()).extracting(Curve.Point::step).isSorted().doesNotHaveDuplicates();
        assertThat(curve.points().get(0).step()).isEqualTo(1);
        assertThat(curve.points().get(curve.points().size() - 1).step()).isEqualTo(count);
        assertThat(curve.points())
                .allSatisfy(point -> assertThat(point.figures()).containsEntry("loss", 1.0 / point.step()));
    }
}
