package io.astrochrome.trainer.evaluate.perceptual;

import io.astrochrome.tensors.Safetensors;
import io.astrochrome.tensors.SafetensorsFormatException;

/** SqueezeNet's building block: few channels, then many by 1 x 1 and 3 x 3 side by side (Iandola et al. 2016). */
record FireLayer(ConvolutionReluLayer squeeze, ConvolutionReluLayer one, ConvolutionReluLayer three) {
    static FireLayer of(Safetensors file, String name) throws SafetensorsFormatException {
        return new FireLayer(
                ConvolutionReluLayer.of(file, name + ".squeeze", 1, 0),
                ConvolutionReluLayer.of(file, name + ".expand1x1", 1, 0),
                ConvolutionReluLayer.of(file, name + ".expand3x3", 1, 1));
    }

    FeatureMap apply(FeatureMap input) {
        FeatureMap squeezed = squeeze.apply(input);
        return one.apply(squeezed).joined(three.apply(squeezed));
    }
}
