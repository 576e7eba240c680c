package io.astrochrome.trainer.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
