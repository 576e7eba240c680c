package io.astrochrome.metrics.registry.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which a challenger is let in. Each that is broken is named in the verdict, with both figures.
 *
 * @param leastFrames validation frames below which nothing can be said
 * @param gainAdvantage in dB, of the mean gain
 * @param gainTolerance in dB, of the pooled gain and of the gain on the newest frames
 * @param leastColourfulness as a share of the champion's, or of its inverse where the champion is garish
 * @param mostColourfulness as a share of the truth's
 * @param skyTolerance as a share of the champion's
 * @param flickerTolerance as a share of the champion's
 */
record GateRules(
        int leastFrames,
        double gainAdvantage,
        double gainTolerance,
        double leastColourfulness,
        double mostColourfulness,
        double skyTolerance,
        double flickerTolerance) {
    /** Chroma that nobody sees in a dark sky: a CIELAB unit is about the least difference that is noticed. */
    private static final double UNSEEN_SKY = 1;

    /** A change of chroma from frame to frame that nobody sees. */
    private static final double UNSEEN_FLICKER = 0.5;

    GateRules {
        if (leastFrames < 1) {
            throw new IllegalArgumentException("astrochrome.metrics.gate.least-frames must be at least 1");
        }
    }

    static GateRules of(GateConfig config) {
        return new GateRules(
                config.leastFrames(),
                config.gainAdvantage(),
                config.gainTolerance(),
                config.leastColourfulness(),
                config.mostColourfulness(),
                config.skyTolerance(),
                config.flickerTolerance());
    }

    /**
     * The verdict.
     *
     * @param champion null where there is none: the challenger then has to be better than grey, as it has where the champion's
     *     colours are not finite numbers, with which nothing can be compared
     */
    GateVerdict judge(@Nullable ModelFigures champion, ModelFigures challenger) {
        if (!challenger.finite()) {
            return new GateVerdict.Refused("its colours are not finite numbers");
        }
        if (challenger.frames() < leastFrames) {
            return new GateVerdict.Unfounded("there are " + challenger.frames()
                    + " validation frames with colour, and a verdict needs " + leastFrames);
        }
        ModelFigures measure = champion == null || !champion.finite() ? null : champion;
        List<String> broken = measure == null ? againstGrey(challenger) : broken(measure, challenger);
        if (!broken.isEmpty()) {
            return new GateVerdict.Refused(String.join("; ", broken));
        }
        return new GateVerdict.Passed(
                measure == null
                        ? String.format(
                                Locale.ROOT,
                                "it gains %.2f dB over grey, and there is no champion%s",
                                challenger.gainDecibels(),
                                champion == null ? "" : " whose colours are finite numbers")
                        : String.format(
                                Locale.ROOT,
                                "it gains %.2f dB over grey on %d validation frames, the champion %.2f dB",
                                challenger.gainDecibels(),
                                challenger.frames(),
                                measure.gainDecibels()));
    }

    private static List<String> againstGrey(ModelFigures challenger) {
        return challenger.gainDecibels() > 0
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT, "it gains %.2f dB over grey, which is nothing", challenger.gainDecibels()));
    }

    private List<String> broken(ModelFigures champion, ModelFigures challenger) {
        List<String> broken = new ArrayList<>();
        if (!(challenger.gainDecibels() >= champion.gainDecibels() + gainAdvantage)) {
            broken.add(String.format(
                    Locale.ROOT,
                    "it gains %.3f dB over grey, the champion %.3f dB, and %.3f dB more are asked for",
                    challenger.gainDecibels(),
                    champion.gainDecibels(),
                    gainAdvantage));
        }
        if (!(challenger.pooledGainDecibels() >= champion.pooledGainDecibels() - gainTolerance)) {
            broken.add(String.format(
                    Locale.ROOT,
                    "its pooled gain is %.3f dB, the champion's %.3f dB",
                    challenger.pooledGainDecibels(),
                    champion.pooledGainDecibels()));
        }
        if (challenger.newestGainDecibels() < champion.newestGainDecibels() - gainTolerance) {
            broken.add(String.format(
                    Locale.ROOT,
                    "on the newest frames it gains %.3f dB, the champion %.3f dB",
                    challenger.newestGainDecibels(),
                    champion.newestGainDecibels()));
        }
        if (challenger.colourfulnessRatio() < leastColourfulness * likeness(champion.colourfulnessRatio())) {
            broken.add(String.format(
                    Locale.ROOT,
                    "it is pale: its colourfulness is %.2f of the truth's, the champion's %.2f",
                    challenger.colourfulnessRatio(),
                    champion.colourfulnessRatio()));
        }
        if (challenger.colourfulnessRatio() > Math.max(mostColourfulness, champion.colourfulnessRatio())) {
            broken.add(String.format(
                    Locale.ROOT,
                    "it is garish: its colourfulness is %.2f of the truth's, the champion's %.2f",
                    challenger.colourfulnessRatio(),
                    champion.colourfulnessRatio()));
        }
        if (challenger.skyChroma() > Math.max(UNSEEN_SKY, skyTolerance * champion.skyChroma())) {
            broken.add(String.format(
                    Locale.ROOT,
                    "it colours dark sky: %.2f units of chroma, the champion %.2f",
                    challenger.skyChroma(),
                    champion.skyChroma()));
        }
        if (challenger.flicker() > Math.max(UNSEEN_FLICKER, flickerTolerance * champion.flicker())) {
            broken.add(String.format(
                    Locale.ROOT,
                    "it flickers: %.2f units from frame to frame, the champion %.2f",
                    challenger.flicker(),
                    champion.flicker()));
        }
        return broken;
    }

    /** How near colourfulness is to the truth's: a garish champion is no measure for who is pale. */
    private static double likeness(double colourfulnessRatio) {
        return Math.min(colourfulnessRatio, 1 / colourfulnessRatio);
    }
}
