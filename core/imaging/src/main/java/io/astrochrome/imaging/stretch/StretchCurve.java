package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.samples.FloatSamples;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A stretch's curve as plain numbers, to be kept and applied to other frames. Immutable. Frames of other {@link
 * SampleLevels} than the one that it was fitted to are brought to that one's scale first, so that the same light gives
 * the same grey.
 *
 * @param name of the stretch that it is from
 * @param parameters by name; those of one channel end in {@code .red}, {@code .green} or {@code .blue}
 */
public record StretchCurve(String name, Map<String, Double> parameters) {
    /** The value, in the file's units, that becomes 0 before the tone curve. */
    static final String BLACK = "black";

    /** The value, in the file's units, that becomes 1 before the tone curve. */
    static final String WHITE = "white";

    private static final String[] CHANNELS = {".red", ".green", ".blue"};

    /**
     * @throws IllegalArgumentException where no stretch has that name, or one of its parameters is missing
     */
    public StretchCurve {
        parameters = Map.copyOf(parameters);
        for (int channel = 0; channel < CHANNELS.length; channel++) {
            tone(name, parameters, channel);
            levels(parameters, channel);
        }
    }

    static StretchCurve of(String name, Map<String, Double> parameters, SampleLevels levels) {
        Map<String, Double> all = new HashMap<>(parameters);
        all.put(BLACK, levels.black());
        all.put(WHITE, levels.white());
        return new StretchCurve(name, all);
    }

    /** The frame stretched, in planes of its own unless the curve changes nothing. */
    public StretchedFrame apply(DecodedFrame frame) {
        return stretch(frame, false);
    }

    /** The frame stretched, in its own planes where these are of 16 bits: nobody may use the frame after it. */
    public StretchedFrame applyInPlace(DecodedFrame frame) {
        return stretch(frame, true);
    }

    private StretchedFrame stretch(DecodedFrame frame, boolean inPlace) {
        List<short[]> planes = new ArrayList<>();
        for (int channel = 0; channel < frame.channels(); channel++) {
            RescaledTone tone = rescaled(channel, frame.levels());
            if (frame.plane(channel) instanceof UnsignedShortSamples shorts) {
                short[] values = shorts.values();
                planes.add(
                        tone.isIdentity()
                                ? values
                                : ToneTable.of(tone).apply(values, inPlace ? values : new short[values.length]));
            } else {
                planes.add(tone.apply(((FloatSamples) frame.plane(channel)).values()));
            }
        }
        return new StretchedFrame(frame.width(), frame.height(), planes);
    }

    private RescaledTone rescaled(int channel, SampleLevels from) {
        SampleLevels own = name.equals(NoStretch.NAME) ? from : levels(parameters, channel);
        double range = own.white() - own.black();
        return new RescaledTone(
                tone(name, parameters, channel),
                (from.white() - from.black()) / range,
                (from.black() - own.black()) / range);
    }

    /** What a parameter of one channel is called. */
    static String ofChannel(String parameter, int channel) {
        return parameter + CHANNELS[channel];
    }

    private static SampleLevels levels(Map<String, Double> parameters, int channel) {
        return new SampleLevels(value(parameters, BLACK, channel), value(parameters, WHITE, channel));
    }

    private static ToneCurve tone(String name, Map<String, Double> parameters, int channel) {
        return switch (name) {
            case MidtoneTone.LINKED, MidtoneTone.UNLINKED ->
                new MidtoneTone(
                        value(parameters, MidtoneTone.SHADOWS, channel),
                        value(parameters, MidtoneTone.MIDTONES, channel));
            case AsinhTone.NAME ->
                new AsinhTone(
                        value(parameters, AsinhTone.SHADOWS, channel), value(parameters, AsinhTone.STRENGTH, channel));
            case PercentileTone.NAME ->
                new PercentileTone(
                        value(parameters, PercentileTone.LOW, channel),
                        value(parameters, PercentileTone.HIGH, channel));
            case NoStretch.NAME -> new IdentityTone();
            default -> throw new IllegalArgumentException("no stretch is called " + name);
        };
    }

    private static double value(Map<String, Double> parameters, String name, int channel) {
        Double value = parameters.getOrDefault(ofChannel(name, channel), parameters.get(name));
        if (value == null) {
            throw new IllegalArgumentException("a curve needs a " + name);
        }
        return value;
    }
}
