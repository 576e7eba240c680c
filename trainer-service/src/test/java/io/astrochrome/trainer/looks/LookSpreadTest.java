package io.astrochrome.trainer.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.engine.EngineCheck;
import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.network.LookReadout;
import io.astrochrome.trainer.network.layer.Blueprint;
import io.astrochrome.trainer.network.layer.Feature;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookSpreadTest {
    private static final int LOOKS = 2;
    private static final PixelReadout READOUT = new PixelReadout(LOOKS, 2);
    private static final float[] COLOURS_BEFORE_BOUNDS = {0.2f, -0.4f, 0.1f, 0};

    /** What looks are to be multiplied by that give one colour each: (0.2, 0.1) and (-0.4, 0), before bounds. */
    private static List<ColourSpread> spread(LookSamples samples, double... shares) {
        Blueprint blueprint = new Blueprint();
        READOUT.forward(blueprint, new Feature(2, LookSamples.PIXELS, 1));
        EngineCheck.require(blueprint.convolutions());
        try (Parameters parameters = new Parameters(blueprint.parameters(), Precision.SINGLE, 1)) {
            int weights = 2 * LOOKS * LookReadout.WIDTH;
            parameters.load(Map.of(
                    "third.weight", Tensor.ofFloats(new float[weights], 2 * LOOKS, LookReadout.WIDTH, 1, 1),
                    "third.bias", Tensor.ofFloats(COLOURS_BEFORE_BOUNDS, 2 * LOOKS)));
            return new LookSpread(READOUT, samples, FeatureScale.of(samples), parameters)
                    .towardsTruth(List.of(shares[0], shares[1]));
        }
    }

    private static double atanh(double value) {
        return 0.5 * Math.log((1 + value) / (1 - value));
    }

    @Test
    void theNearerLookIsBroughtToTheTrueColoursAndTheOtherIsLeftAlone() {
        LookSamples red = Samples.of(3, (picture, x, y) -> new double[] {x, 0, 0.5, 0.25});

        List<ColourSpread> maps = spread(red, 1, 1);

        ColourSpread map = maps.get(0);
        assertThat(0.2 * map.aa() + 0.1 * map.ab()).isEqualTo(atanh(0.5), within(2e-3));
        assertThat(0.2 * map.ab() + 0.1 * map.bb()).isEqualTo(atanh(0.25), within(2e-3));
        assertThat(maps.get(1)).as("no picture is nearest to it").isEqualTo(ColourSpread.IDENTITY);
    }

    @Test
    void aShareOfNothingLeavesALookAsItIsAndAHalfGoesHalfTheWay() {
        LookSamples blue = Samples.of(2, (picture, x, y) -> new double[] {x, 0, -0.7, 0});
        ColourSpread whole = spread(blue, 0, 1).get(1);

        assertThat(spread(blue, 0, 0)).containsOnly(ColourSpread.IDENTITY);
        assertThat(whole.aa()).isEqualTo(atanh(0.7) / 0.4, within(1e-2));
        assertThat(spread(blue, 0, 0.5).get(1).aa()).isEqualTo((1 + whole.aa()) / 2, within(1e-9));
    }

    @Test
    void aColourAtTheBoundIsSpreadToAFiniteOne() {
        LookSamples strongest = Samples.of(2, (picture, x, y) -> new double[] {x, 0, -1, 0});

        assertThat(spread(strongest, 1, 1).get(1).aa()).isEqualTo(atanh(0.95) / 0.4, within(2e-2));
    }

    @Test
    void picturesOfStrongColoursCountLess() {
        double faint = 0.45;
        double strong = 0.9;
        LookSamples both = Samples.of(2, (picture, x, y) -> new double[] {x, 0, picture == 0 ? -faint : -strong, 0});
        double forFaint = Math.pow(faint * faint + 2e-4, -0.6);
        double forStrong = Math.pow(strong * strong + 2e-4, -0.6);
        double wanted = (forFaint * atanh(faint) * atanh(faint) + forStrong * atanh(strong) * atanh(strong))
                / (forFaint + forStrong);

        assertThat(spread(both, 1, 1).get(1).aa()).isEqualTo(Math.sqrt(wanted) / 0.4, within(1e-2));
    }
}
