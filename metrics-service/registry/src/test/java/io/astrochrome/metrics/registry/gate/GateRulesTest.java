package io.astrochrome.metrics.registry.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GateRulesTest {
    private static final GateRules RULES = new GateRules(8, 0.01, 0.05, 0.8, 1.5, 1.25, 1.25);
    private static final ModelFigures CHAMPION = new ModelFigures(20, 0.50, 0.70, 0.40, 0.8, 0.45, 0.3, true);

    private static ModelFigures challenger(
            double gain, double pooled, double colourfulness, double sky, double newest, double flicker) {
        return new ModelFigures(20, gain, pooled, colourfulness, sky, newest, flicker, true);
    }

    private static String refusal(ModelFigures challenger) {
        GateVerdict verdict = RULES.judge(CHAMPION, challenger);
        assertThat(verdict).isInstanceOf(GateVerdict.Refused.class);
        return verdict.reason();
    }

    @Test
    void aBetterModelPasses() {
        GateVerdict verdict = RULES.judge(CHAMPION, challenger(0.6, 0.8, 0.5, 0.9, 0.5, 0.4));

        assertThat(verdict).isInstanceOf(GateVerdict.Passed.class);
        assertThat(verdict.reason())
                .isEqualTo("it gains 0.60 dB over grey on 20 validation frames, the champion 0.50 dB");
    }

    @Test
    void theSameModelAgainIsNotBetter() {
        assertThat(refusal(CHAMPION)).contains("it gains 0.500 dB over grey, the champion 0.500 dB");
    }

    @Test
    void eachRuleThatIsBrokenIsNamed() {
        assertThat(refusal(challenger(0.4, 0.8, 0.5, 0.8, 0.5, 0.3))).startsWith("it gains 0.400 dB");
        assertThat(refusal(challenger(0.6, 0.6, 0.5, 0.8, 0.5, 0.3))).startsWith("its pooled gain is 0.600 dB");
        assertThat(refusal(challenger(0.6, 0.8, 0.3, 0.8, 0.5, 0.3))).startsWith("it is pale");
        assertThat(refusal(challenger(0.6, 0.8, 1.6, 0.8, 0.5, 0.3))).startsWith("it is garish");
        assertThat(refusal(challenger(0.6, 0.8, 0.5, 1.1, 0.5, 0.3))).startsWith("it colours dark sky");
        assertThat(refusal(challenger(0.6, 0.8, 0.5, 0.8, 0.3, 0.3))).startsWith("on the newest frames");
        assertThat(refusal(challenger(0.6, 0.8, 0.5, 0.8, 0.5, 0.6))).startsWith("it flickers");
        assertThat(refusal(challenger(0.4, 0.6, 0.5, 0.8, 0.5, 0.6)).split("; ", -1))
                .hasSize(3);
    }

    @Test
    void withinItsTolerancesALesserFigureIsNoReason() {
        assertThat(RULES.judge(CHAMPION, challenger(0.515, 0.66, 0.33, 0.99, 0.41, 0.49)))
                .isInstanceOf(GateVerdict.Passed.class);
    }

    @Test
    void justBeyondATolerancesEdgeAModelIsRefused() {
        assertThat(refusal(challenger(0.505, 0.8, 0.5, 0.8, 0.5, 0.3))).startsWith("it gains 0.505 dB");
        assertThat(refusal(challenger(0.6, 0.64, 0.5, 0.8, 0.5, 0.3))).startsWith("its pooled gain is 0.640 dB");
        assertThat(refusal(challenger(0.6, 0.8, 0.31, 0.8, 0.5, 0.3))).startsWith("it is pale");
        assertThat(refusal(challenger(0.6, 0.8, 0.5, 1.01, 0.5, 0.3))).startsWith("it colours dark sky");
        assertThat(refusal(challenger(0.6, 0.8, 0.5, 0.8, 0.39, 0.3))).startsWith("on the newest frames");
        assertThat(refusal(challenger(0.6, 0.8, 0.5, 0.8, 0.5, 0.51))).startsWith("it flickers");
    }

    @Test
    void visibleSkyAndFlickerAreHeldAgainstTheChampions() {
        ModelFigures restless = new ModelFigures(20, 0.50, 0.70, 0.40, 2.0, 0.45, 1.0, true);

        assertThat(RULES.judge(restless, challenger(0.6, 0.8, 0.5, 2.4, 0.5, 1.2)))
                .isInstanceOf(GateVerdict.Passed.class);
        assertThat(RULES.judge(restless, challenger(0.6, 0.8, 0.5, 2.6, 0.5, 1.2)))
                .isInstanceOf(GateVerdict.Refused.class);
        assertThat(RULES.judge(restless, challenger(0.6, 0.8, 0.5, 2.4, 0.5, 1.3)))
                .isInstanceOf(GateVerdict.Refused.class);
    }

    @Test
    void asManyFramesAsAreAskedForAreEnoughAndNoneIsNoRule() {
        assertThat(RULES.judge(CHAMPION, new ModelFigures(8, 0.6, 0.8, 0.5, 0.8, 0.5, 0.3, true)))
                .isInstanceOf(GateVerdict.Passed.class);
        assertThat(new GateRules(1, 0.01, 0.05, 0.8, 1.5, 1.25, 1.25).leastFrames())
                .isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GateRules(0, 0.01, 0.05, 0.8, 1.5, 1.25, 1.25))
                .withMessageContaining("astrochrome.metrics.gate.least-frames");
    }

    @Test
    void whatCouldNotBeMeasuredBreaksNoRuleButGainMustBeMeasured() {
        ModelFigures bare = new ModelFigures(20, 0.6, 0.8, 0.5, Double.NaN, Double.NaN, Double.NaN, true);

        assertThat(RULES.judge(CHAMPION, bare)).isInstanceOf(GateVerdict.Passed.class);
        assertThat(refusal(challenger(Double.NaN, 0.8, 0.5, 0.8, 0.5, 0.3))).startsWith("it gains NaN dB");
    }

    @Test
    void coloursThatAreNotNumbersAreRefusedWhateverElseIsMeasured() {
        ModelFigures broken = new ModelFigures(20, 9, 9, 0.5, 0, 9, 0, false);

        assertThat(refusal(broken)).isEqualTo("its colours are not finite numbers");
    }

    @Test
    void tooFewFramesAreNoBasis() {
        ModelFigures few = new ModelFigures(7, 9, 9, 0.5, 0, 9, 0, true);

        assertThat(RULES.judge(CHAMPION, few))
                .isEqualTo(
                        new GateVerdict.Unfounded("there are 7 validation frames with colour, and a verdict needs 8"));
    }

    @Test
    void aGarishChampionDoesNotMakeAnotherPale() {
        ModelFigures garish = new ModelFigures(20, 0.50, 0.70, 2.0, 0.8, 0.45, 0.3, true);

        assertThat(RULES.judge(garish, challenger(0.6, 0.8, 0.5, 0.8, 0.5, 0.3)))
                .isInstanceOf(GateVerdict.Passed.class);
        assertThat(RULES.judge(garish, challenger(0.6, 0.8, 0.3, 0.8, 0.5, 0.3)))
                .isInstanceOf(GateVerdict.Refused.class);
    }

    @Test
    void withoutAChampionGreyIsTheOneToBeat() {
        assertThat(RULES.judge(null, challenger(0.1, 0.1, 0.5, 0, 0, 0))).isInstanceOf(GateVerdict.Passed.class);
        assertThat(RULES.judge(null, challenger(0, 0, 0.5, 0, 0, 0))).isInstanceOf(GateVerdict.Refused.class);
    }

    /** Such a champion answers nobody's rules: whoever is held against it would be refused for ever. */
    @Test
    void aChampionWhoseColoursAreNoNumbersHoldsNobodyBack() {
        ModelFigures champion =
                new ModelFigures(20, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, false);

        GateVerdict verdict = RULES.judge(champion, challenger(0.1, 0.1, 0.5, 0, 0, 0));

        assertThat(verdict)
                .isEqualTo(new GateVerdict.Passed(
                        "it gains 0.10 dB over grey, and there is no champion whose colours are finite numbers"));
        assertThat(RULES.judge(champion, challenger(0, 0.1, 0.5, 0, 0, 0))).isInstanceOf(GateVerdict.Refused.class);
    }

    /** Whoever passes would pass with any figure better. */
    @Test
    void aBetterFigureNeverTurnsAPassIntoARefusal() {
        Random random = new Random(7);
        int passed = 0;
        for (int i = 0; i < 5000; i++) {
            double gain = 0.45 + 0.2 * random.nextDouble();
            double pooled = 0.6 + 0.2 * random.nextDouble();
            double newest = 0.35 + 0.2 * random.nextDouble();
            double sky = 1.2 * random.nextDouble();
            double flicker = 0.6 * random.nextDouble();
            if (RULES.judge(CHAMPION, challenger(gain, pooled, 0.5, sky, newest, flicker))
                    instanceof GateVerdict.Passed) {
                passed++;
                assertThat(RULES.judge(
                                CHAMPION,
                                challenger(
                                        gain + random.nextDouble(),
                                        pooled + random.nextDouble(),
                                        0.5,
                                        sky * random.nextDouble(),
                                        newest + random.nextDouble(),
                                        flicker * random.nextDouble())))
                        .isInstanceOf(GateVerdict.Passed.class);
            }
        }
        assertThat(passed).as("the sample has some of both").isBetween(500, 4500);
    }

    @Test
    void theConfigurationsWordsAreTheRules() {
        ConfiguredGate gate = new ConfiguredGate(
                1, 40, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 1, GateConfig.TrialKind.NONE, 0.2, Duration.ofHours(1));

        assertThat(GateRules.of(gate)).isEqualTo(new GateRules(1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7));
    }
}
