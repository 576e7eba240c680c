package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.statistics.Distribution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The autostretch by the midtone transfer function: shadows are clipped some deviations below the background, and the
 * midtones are balanced so that the background becomes a dark grey. As PixInsight's ScreenTransferFunction and Siril do,
 * with a white that follows from the background's noise. A bright disc, which that would burn out, gets a curve over its own
 * values instead ({@link BrightDisc}).
 *
 * @param linked one curve for all channels, which keeps colours; unlinked gives each its own, which makes the sky neutral
 */
public record MidtoneStretch(boolean linked) implements Stretch {
    /** One curve for all channels. */
    public static final MidtoneStretch LINKED = new MidtoneStretch(true);

    /** A curve for each channel. */
    public static final MidtoneStretch UNLINKED = new MidtoneStretch(false);

    @Override
    public String name() {
        return linked ? MidtoneTone.LINKED : MidtoneTone.UNLINKED;
    }

    @Override
    public StretchCurve fit(DecodedFrame frame) {
        List<Distribution> values =
                frame.planes().stream().map(Samples::distribution).toList();
        Optional<BrightDisc> disc = BrightDisc.of(frame, values);
        List<ToneFit> fits = disc.isPresent() ? ofDisc(disc.get()) : ofSky(values);
        Map<String, Double> parameters = new LinkedHashMap<>();
        for (int channel = 0; channel < fits.size(); channel++) {
            ToneFit fit = fits.get(channel);
            SampleLevels levels = frame.levels().between(fit.black(), fit.white());
            put(parameters, fits.size(), channel, StretchCurve.BLACK, levels.black());
            put(parameters, fits.size(), channel, StretchCurve.WHITE, levels.white());
            put(parameters, fits.size(), channel, MidtoneTone.SHADOWS, 0);
            put(parameters, fits.size(), channel, MidtoneTone.MIDTONES, fit.midtones());
        }
        return new StretchCurve(name(), parameters);
    }

    private List<ToneFit> ofDisc(BrightDisc disc) {
        List<ToneFit> channels =
                disc.channels().stream().map(BrightDisc.Channel::fit).toList();
        return linked ? List.of(ToneFit.common(channels)) : channels;
    }

    private List<ToneFit> ofSky(List<Distribution> values) {
        List<Spread> spreads = values.stream().map(Spread::of).toList();
        return linked
                ? List.of(ToneFit.ofSky(Spread.mean(spreads)))
                : spreads.stream().map(ToneFit::ofSky).toList();
    }

    private static void put(Map<String, Double> parameters, int channels, int channel, String name, double value) {
        parameters.put(channels == 1 ? name : StretchCurve.ofChannel(name, channel), value);
    }
}
