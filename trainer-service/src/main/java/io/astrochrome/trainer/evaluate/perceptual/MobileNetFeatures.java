package io.astrochrome.trainer.evaluate.perceptual;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;
import io.astrochrome.trainer.engine.EngineCheck;
import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.TorchOps;
import io.astrochrome.trainer.engine.Value;
import io.astrochrome.trainer.network.encoder.Encoder;
import io.astrochrome.trainer.network.encoder.EncoderNetwork;
import io.astrochrome.trainer.network.layer.Blueprint;
import io.astrochrome.trainer.network.layer.Feature;
import io.astrochrome.trainer.weights.InputScaling;
import io.astrochrome.trainer.weights.PretrainedEncoder;
import java.nio.file.Path;
import java.util.List;

/**
 * The last feature maps of MobileNetV2 (Sandler et al. 2018, arXiv:1801.04381), averaged over the picture: 320 numbers.
 * Thread-safe, one picture at a time. Owns native memory; whoever makes it closes it.
 */
public final class MobileNetFeatures implements PictureFeatures {
    private static final int RGB = 3;

    private final EncoderNetwork network;
    private final InputScaling scaling;
    private final Parameters parameters;

    /**
     * Reads the values of ImageNet's network.
     *
     * @throws io.astrochrome.trainer.weights.WeightsMismatchException where the file is not MobileNetV2's
     * @throws io.astrochrome.trainer.engine.WrongEngineException where the engine computes one of its convolutions wrongly on
     *     this machine, and there is no way round
     */
    public MobileNetFeatures(Path weights) {
        PretrainedEncoder pretrained = PretrainedEncoder.read(weights, Encoder.MOBILENET_V2);
        network = EncoderNetwork.of(Encoder.MOBILENET_V2, RGB, pretrained.conventions());
        scaling = pretrained.scaling();
        Blueprint blueprint = new Blueprint();
        network.forward(blueprint, new Feature(RGB, Blueprint.USUAL_SIDE, Blueprint.USUAL_SIDE));
        EngineCheck.require(blueprint.convolutions());
        parameters = new Parameters(blueprint.parameters(), Precision.SINGLE, 0);
        parameters.load(pretrained.values());
    }

    @Override
    public synchronized double[] of(LabImage picture) {
        float[][] rgb = LabPlanes.toSrgb(picture);
        int pixels = rgb[0].length;
        float[] input = new float[RGB * pixels];
        for (int c = 0; c < RGB; c++) {
            double mean = scaling.mean()[c];
            double deviation = scaling.deviation()[c];
            for (int i = 0; i < pixels; i++) {
                input[c * pixels + i] = (float) ((rgb[c][i] - mean) / deviation);
            }
        }
        try (Tape tape = Tape.silent(Precision.SINGLE)) {
            Value values = tape.of(input, 1, RGB, picture.height(), picture.width());
            TorchOps ops = new TorchOps(parameters, TorchOps.Mode.PREDICTION);
            List<Value> features = network.forward(ops, values);
            return ops.globalMean(features.get(features.size() - 1)).toDoubles();
        }
    }

    @Override
    public synchronized void close() {
        parameters.close();
    }
}
