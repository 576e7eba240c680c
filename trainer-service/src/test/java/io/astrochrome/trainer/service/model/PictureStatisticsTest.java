package io.astrochrome.trainer.service.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.events.Purpose;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PictureStatisticsTest {
    private static final int SIDE = 32;
    private static final TensorGrid GEOMETRY = new TensorGrid(SIDE, SIDE, SIDE, SIDE, SIDE, SIDE);
    private static final ShortBuffer GREY = ShortBuffer.allocate(SIDE * SIDE);

    /** A picture whose upper half has one lightness, in units of L*, and whose lower half has another. */
    private static TrainingPicture picture(int number, float upper, float lower) {
        float[] l = new float[SIDE * SIDE];
        Arrays.fill(l, 0, l.length / 2, upper / 50 - 1);
        Arrays.fill(l, l.length / 2, l.length, lower / 50 - 1);
        return new TrainingPicture(
                "%064x".formatted(number),
                number + ".png",
                Purpose.TRAIN,
                "",
                "",
                GEOMETRY,
                ShortBuffer.wrap(HalfFloat.fromFloats(l)),
                GREY,
                GREY);
    }

    private static Map<String, Double> of(List<TrainingPicture> pictures) {
        return PictureStatistics.of(new PictureSet(pictures));
    }

    @Test
    void withoutPicturesThereIsNothingToSay() {
        assertThat(of(List.of())).isEmpty();
    }

    @Test
    void theStatisticsAreThoseOfTheLightnessInItsOwnUnits() {
        Map<String, Double> one = of(List.of(picture(0, 25, 75)));

        assertThat(one).containsOnlyKeys("lightnessMean", "lightnessDeviation", "background", "backgroundSpread");
        assertThat(one.get("lightnessMean")).isEqualTo(50, within(1e-3));
        assertThat(one.get("lightnessDeviation")).isEqualTo(25, within(1e-3));
    }

    @Test
    void eachPictureCountsOnce() {
        Map<String, Double> two = of(List.of(picture(0, 25, 25), picture(1, 50, 100)));

        assertThat(two.get("lightnessMean")).isEqualTo(50, within(1e-3));
        assertThat(two.get("lightnessDeviation")).isEqualTo(12.5, within(1e-3));
    }

    @Test
    void ofMoreThanFiveHundredEvenlyChosenOnesCount() {
        List<TrainingPicture> pictures = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            // Every second one is black: of 501 each second is taken, beginning with the first.
            pictures.add(picture(i, i % 2 == 0 ? 50 : 0, i % 2 == 0 ? 50 : 0));
        }

        assertThat(of(pictures).get("lightnessMean")).isEqualTo(50, within(1e-3));
        assertThat(of(pictures.subList(0, 500)).get("lightnessMean")).isEqualTo(25, within(1e-3));
    }
}
