package io.astrochrome.trainer.looks;

import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.TorchOps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How far the colours that each look makes of the pictures it is nearest to spread about grey, beside their true ones. */
record LookSpread(PixelReadout readout, LookSamples samples, FeatureScale scale, Parameters parameters) {
    /** Chroma that no finite number gives is taken for this. */
    private static final double MOST = 0.95;

    /**
     * What each look's colours are to be multiplied by, before they are bounded.
     *
     * @param shares of each look, how far its colours are to spread as the true ones do, 0 to 1
     */
    List<ColourSpread> towardsTruth(List<Double> shares) {
        double[][] made = new double[shares.size()][3];
        double[][] wanted = new double[shares.size()][3];
        for (int picture = 0; picture < samples.size(); picture++) {
            count(picture, made, wanted);
        }
        List<ColourSpread> maps = new ArrayList<>();
        for (int look = 0; look < shares.size(); look++) {
            boolean none = made[look][0] + made[look][2] == 0;
            ColourSpread whole = none ? ColourSpread.IDENTITY : of(made[look]).mapTo(of(wanted[look]));
            maps.add(ColourSpread.IDENTITY.towards(whole, shares.get(look)));
        }
        return maps;
    }

    private void count(int picture, double[][] made, double[][] wanted) {
        int[] one = {picture};
        int[] pixels = new int[LookSamples.PIXELS];
        Arrays.setAll(pixels, i -> i);
        int looks = readout.looks();
        float[] colours;
        try (Tape tape = Tape.silent(Precision.SINGLE)) {
            TorchOps ops = new TorchOps(parameters, TorchOps.Mode.PREDICTION);
            colours = readout.forward(ops, scale.on(tape, samples, one, pixels)).toFloats();
        }
        float[] alike = new float[pixels.length];
        Arrays.fill(alike, 1);
        int look = LookCourse.nearest(squares(colours, samples.truth(one, pixels, looks)), 0, alike, looks);
        float[] truth = samples.colours(picture);
        double weight = 1 / samples.strength(picture);
        for (int p = 0; p < pixels.length; p++) {
            count(made[look], colours[look * pixels.length + p], colours[(looks + look) * pixels.length + p], weight);
            count(wanted[look], unbounded(truth[p]), unbounded(truth[pixels.length + p]), weight);
        }
    }

    private static float[] squares(float[] colours, float[] truth) {
        float[] squares = new float[truth.length];
        for (int i = 0; i < squares.length; i++) {
            double difference = Math.tanh(colours[i]) - truth[i];
            squares[i] = (float) (difference * difference);
        }
        return squares;
    }

    private static void count(double[] sums, double a, double b, double weight) {
        sums[0] += weight * a * a;
        sums[1] += weight * a * b;
        sums[2] += weight * b * b;
    }

    private static ColourSpread of(double[] sums) {
        return new ColourSpread(sums[0], sums[1], sums[2]);
    }

    /** The number whose hyperbolic tangent it is. */
    private static double unbounded(double chroma) {
        double bounded = Math.max(-MOST, Math.min(MOST, chroma));
        return 0.5 * Math.log((1 + bounded) / (1 - bounded));
    }
}
