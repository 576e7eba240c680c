package io.astrochrome.imaging.calibrate;

import io.astrochrome.imaging.linear.ChannelLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is taken off one light frame: {@code (light - offset) / flat}, offset being a dark, or a bias and what a dark of another
 * length has above it, as {@link Masters#of} chose them.
 */
public final class Calibration {
    /** Nothing is taken off. */
    public static final Calibration NONE = new Calibration(null, null, 0, null, 1, "");

    /** A flat's pixel that saw less of its light tells nothing of the sky's. */
    private static final double LEAST_LIGHT = 0.05;

    private final @Nullable Master bias;
    private final @Nullable Master dark;
    private final double darkPart;
    private final @Nullable Master flat;
    private final double unit;
    private final String summary;

    private Calibration(
            @Nullable Master bias,
            @Nullable Master dark,
            double darkPart,
            @Nullable Master flat,
            double unit,
            String summary) {
        this.bias = bias;
        this.dark = dark;
        this.darkPart = darkPart;
        this.flat = flat;
        this.unit = unit;
        this.summary = summary;
    }

    /**
     * Of masters that suit.
     *
     * @param seconds of the light frame
     * @param unit that the light frame's values are multiplied by to be on the scale of 16 bits
     */
    static Calibration of(
            Optional<Master> bias, Optional<Master> dark, double seconds, Optional<Master> flat, double unit) {
        List<String> said = new ArrayList<>();
        Master darkUsed = null;
        Master biasUsed = null;
        double part = 0;
        if (dark.isPresent() && dark.get().lasts(seconds)) {
            darkUsed = dark.get();
            part = 1;
            said.add(darkUsed.name());
        } else if (bias.isPresent()) {
            biasUsed = bias.get();
            said.add(biasUsed.name());
            if (dark.isPresent() && dark.get().facts().seconds() > 0 && seconds > 0) {
                darkUsed = dark.get();
                part = seconds / darkUsed.facts().seconds();
                said.add(darkUsed.name() + " scaled");
            }
        }
        flat.ifPresent(one -> said.add(
                one.facts().filter().isBlank()
                        ? "flat"
                        : "flat of " + one.facts().filter()));
        return said.isEmpty()
                ? NONE
                : new Calibration(biasUsed, darkUsed, part, flat.orElse(null), unit, String.join(", ", said));
    }

    /** What is taken off, for people; empty where nothing is. */
    public String summary() {
        return summary;
    }

    /** A channel of the frame, calibrated; in the frame's own units. */
    public ChannelLight apply(ChannelLight light, int channel) {
        return this == NONE ? light : new Calibrated(light, channel);
    }

    private final class Calibrated implements ChannelLight {
        private final ChannelLight light;
        private final @Nullable MasterPlane biasPlane;
        private final @Nullable MasterPlane darkPlane;
        private final @Nullable MasterPlane flatPlane;

        Calibrated(ChannelLight light, int channel) {
            this.light = light;
            biasPlane = bias == null ? null : bias.planes().get(channel);
            darkPlane = dark == null ? null : dark.planes().get(channel);
            flatPlane = flat == null ? null : flat.planes().get(channel);
        }

        @Override
        public int width() {
            return light.width();
        }

        @Override
        public int height() {
            return light.height();
        }

        @Override
        public float value(int index) {
            double zero = biasPlane == null ? 0 : biasPlane.value(index);
            double offset = darkPlane == null ? zero : zero + darkPart * (darkPlane.value(index) - zero);
            double value = light.value(index) - offset / unit;
            if (flatPlane == null) {
                return (float) value;
            }
            double seen = flatPlane.value(index);
            return seen >= LEAST_LIGHT ? (float) (value / seen) : Float.NaN;
        }
    }
}
