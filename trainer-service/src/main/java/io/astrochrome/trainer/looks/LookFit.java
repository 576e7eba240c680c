package io.astrochrome.trainer.looks;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.engine.Adam;
import io.astrochrome.trainer.engine.EngineCheck;
import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.network.LookReadout;
import io.astrochrome.trainer.network.layer.Blueprint;
import io.astrochrome.trainer.network.layer.Feature;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * Learns what looks make of a frozen network's features, pixel by pixel: of all looks the one that comes nearest to a picture
 * learns from it (multiple choice learning; Guzman-Rivera et al. 2012), after a while in which each learns from the pictures
 * that are most like the one it begins from. What squared errors make pale and of one hue is then spread towards the true
 * colours' own spread about grey. The same samples, beginnings and seed give the same looks on one machine.
 *
 * @param channels of the decoder's maps, of which the samples tell
 * @param spreads of each look, how far its colours are spread towards the true ones', 0 to 1
 */
public record LookFit(List<Integer> channels, List<Double> spreads) {
    private static final double WEIGHT_DECAY = 0.02;

    /**
     * The readout's values by name, for {@link LookReadout}.
     *
     * @param beginnings the look that each picture is most like
     * @param told how much of the work is done, 0 to 1
     */
    public Map<String, Tensor> of(LookSamples samples, int[] beginnings, long seed, DoubleConsumer told) {
        PixelReadout readout = new PixelReadout(spreads.size(), samples.depth());
        Blueprint blueprint = new Blueprint();
        readout.forward(blueprint, new Feature(samples.depth(), LookSamples.PIXELS, 1));
        EngineCheck.require(blueprint.convolutions());
        FeatureScale scale = FeatureScale.of(samples);
        try (Parameters parameters = new Parameters(blueprint.parameters(), Precision.SINGLE, seed);
                Adam adam = new Adam(blueprint.parameters(), Precision.SINGLE, 0.9, 0.999, 1e-8, WEIGHT_DECAY)) {
            new LookCourse(readout, samples, scale, beginnings, parameters, adam).learn(seed, told);
            List<ColourSpread> spread = new LookSpread(readout, samples, scale, parameters).towardsTruth(spreads);
            return readout.values(parameters.save(), scale, channels, spread);
        }
    }
}
