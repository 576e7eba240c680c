package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.decode.DecodedFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The autostretch by the midtone transfer function: shadows are clipped some deviations below the background, and the
 * midtones are balanced so that the background becomes a dark grey. As PixInsight's ScreenTransferFunction and Siril do.
 *
 * @param linked one curve for all channels, which keeps colours; unlinked gives each its own, which makes the sky neutral
 */
public record MidtoneStretch(boolean linked) implements Stretch {
    /** One curve for all channels. */
    public static final MidtoneStretch LINKED = new MidtoneStretch(true);

    /** A curve for each channel. */
    public static final MidtoneStretch UNLINKED = new MidtoneStretch(false);

    /** PixInsight's and Siril's default: where shadows are clipped, in normalised MAD units from the median. */
    static final double SHADOWS_CLIPPING = -2.8;

    /** PixInsight's and Siril's default: what the median becomes. */
    static final double TARGET_BACKGROUND = 0.25;

    /** Balances outside are no curve any more: the frame's background is as good as black, or white. */
    private static final double LEAST_MIDTONES = 1e-6;

    @Override
    public String name() {
        return linked ? MidtoneTone.LINKED : MidtoneTone.UNLINKED;
    }

    @Override
    public StretchCurve fit(DecodedFrame frame) {
        List<Spread> spreads = new ArrayList<>();
        for (int channel = 0; channel < frame.channels(); channel++) {
            spreads.add(Spread.of(frame.plane(channel)));
        }
        Map<String, Double> parameters = new LinkedHashMap<>();
        if (linked || spreads.size() == 1) {
            put(parameters, MidtoneTone.SHADOWS, MidtoneTone.MIDTONES, Spread.mean(spreads));
        } else {
            for (int channel = 0; channel < spreads.size(); channel++) {
                put(
                        parameters,
                        StretchCurve.ofChannel(MidtoneTone.SHADOWS, channel),
                        StretchCurve.ofChannel(MidtoneTone.MIDTONES, channel),
                        spreads.get(channel));
            }
        }
        return StretchCurve.of(name(), parameters, frame.levels());
    }

    private static void put(Map<String, Double> parameters, String shadows, String midtones, Spread spread) {
        if (spread.deviation() == 0) {
            parameters.put(shadows, 0.0);
            parameters.put(midtones, MidtoneTone.NEUTRAL);
            return;
        }
        double clipped = Math.max(0, spread.median() + SHADOWS_CLIPPING * spread.deviation());
        double background = (spread.median() - clipped) / (1 - clipped);
        double balance = MidtoneTone.transfer(TARGET_BACKGROUND, background);
        parameters.put(shadows, clipped);
        parameters.put(midtones, Math.max(LEAST_MIDTONES, Math.min(1 - LEAST_MIDTONES, balance)));
    }
}
