package io.astrochrome.trainer.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.testkit.model.TinyModel;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.Pictures;
import io.astrochrome.trainer.data.TensorStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookGainsTest {
    @Test
    void theLookThatGainsMostIsTheLikeliestAndEqualOnesShare() {
        float[][] likelihoods = new LookGains(new double[][] {{3, 1, 2}, {-4, -4, -40}}).likelihoods();

        assertThat(likelihoods[0][0]).isGreaterThan(likelihoods[0][2]);
        assertThat(likelihoods[0][2]).isGreaterThan(likelihoods[0][1]);
        assertThat(likelihoods[0][0] + likelihoods[0][1] + likelihoods[0][2]).isCloseTo(1, within(1e-6f));
        assertThat(likelihoods[1]).containsExactly(new float[] {0.5f, 0.5f, 0}, within(1e-6f));
    }

    @Test
    void aLookSuitsTheClassesThatItGainsOn() {
        double[][] decibels = new double[300][];
        List<String> classes = new ArrayList<>();
        for (int i = 0; i < decibels.length; i++) {
            boolean galaxy = i % 2 == 0;
            decibels[i] = galaxy ? new double[] {3, 0} : new double[] {0, 3};
            classes.add(i == 1 ? "comet" : i % 6 == 5 ? "" : galaxy ? "galaxy" : "nebula");
        }

        float[][] half = new float[300][];
        Arrays.fill(half, new float[] {0.5f, 0.5f});
        List<Map<String, Float>> suits = new LookGains(decibels).suits(half, classes);

        assertThat(suits.get(0)).containsOnlyKeys("galaxy", "nebula", "comet");
        assertThat(suits.get(0).get("galaxy")).isBetween(1.7f, 1.9f);
        assertThat(suits.get(0).get("nebula")).isLessThan(0.4f);
        assertThat(suits.get(1).get("nebula")).isBetween(1.7f, 1.9f);
        assertThat(suits.get(0).get("comet")).as("one alone says little").isBetween(0.8f, 1f);
        List<Map<String, Float>> seen = new LookGains(decibels).suits(new LookGains(decibels).likelihoods(), classes);
        assertThat(seen.get(0).values()).as("what is seen already").allSatisfy(factor -> assertThat(factor)
                .isEqualTo(1f));
    }

    @Test
    void aLookThatGainsADecibelLessIsFourTenthsAsLikely() {
        float[] likelihoods = new LookGains(new double[][] {{1.5, 0.5, -0.5}}).likelihoods()[0];

        assertThat(likelihoods[1] / likelihoods[0]).isCloseTo(0.4f, within(0.01f));
        assertThat(likelihoods[2] / likelihoods[1]).isCloseTo(0.4f, within(0.01f));
    }

    @Test
    void howMuchAllGainDoesNotMatter() {
        LookGains little = new LookGains(new double[][] {{-3, -1}});
        LookGains much = new LookGains(new double[][] {{9997, 9999}});

        assertThat(much.likelihoods()).isDeepEqualTo(little.likelihoods());
    }

    @Test
    void aPictureOfNoKnownClassSaysNothingOfClasses() {
        LookGains gains = new LookGains(new double[][] {{1, 0}, {0, 5}});

        assertThat(gains.suits(gains.likelihoods(), List.of("", ""))).containsExactly(Map.of(), Map.of());
    }

    @Test
    void eachLookIsTriedOnEachPictureInTheSetsOrder(@TempDir Path folder) throws Exception {
        PictureSet pictures = Pictures.fill(new TensorStore(folder.resolve("tensors")), 3, 0);
        List<Integer> told = new ArrayList<>();
        TinyModel tiny = TinyModel.named("tiny").looks();
        try (ColourModel model = ColourModel.load(tiny.write(folder.resolve("tiny.onnx")), SessionSettings.cpu(1))) {
            LookGains gains = LookGains.of(model, model.looks(), pictures, told::add);
            LookGains reversed = LookGains.of(
                    model, List.of(model.looks().get(1), model.looks().get(0)), pictures, done -> {});

            assertThat(told).containsExactly(1, 2, 3);
            assertThat(gains.decibels()).hasDimensions(3, 2);
            for (int i = 0; i < 3; i++) {
                // Warm has more of b than these pictures, cold is far too blue and twice as vivid.
                assertThat(gains.decibels()[i][0]).isGreaterThan(gains.decibels()[i][1]);
                assertThat(reversed.decibels()[i]).containsExactly(gains.decibels()[i][1], gains.decibels()[i][0]);
            }
        }
    }
}
