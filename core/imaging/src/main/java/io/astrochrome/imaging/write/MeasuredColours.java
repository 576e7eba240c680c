package io.astrochrome.imaging.write;

import io.astrochrome.imaging.compose.Composite;
import io.astrochrome.imaging.compose.Formula;
import io.astrochrome.imaging.compose.StackedLight;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which of a picture's colours were measured through filters, and by how many exposures.
 *
 * @param formula what mixed them, or null where nothing was mixed
 * @param subs exposures in the stack of each role, by its label
 * @param seconds of exposure of each role, by its label
 * @param measured the share of the light whose colour was measured, from 0 to 1
 * @param physics the share whose colour is that of a line
 * @param reference the share that a network coloured after another picture of the place
 * @param guessed the share whose colour a network guessed without one
 */
public record MeasuredColours(
        @Nullable String formula,
        Map<String, Integer> subs,
        Map<String, Double> seconds,
        double measured,
        double physics,
        double reference,
        double guessed) {
    public MeasuredColours {
        subs = Map.copyOf(subs);
        seconds = Map.copyOf(seconds);
        if (measured < 0
                || physics < 0
                || reference < 0
                || guessed < 0
                || measured + physics + reference + guessed > 1 + 1e-6) {
            throw new IllegalArgumentException("shares must be positive and at most 1 together, not " + measured + ", "
                    + physics + ", " + reference + " and " + guessed);
        }
    }

    /**
     * Of a composite.
     *
     * @param lights that it was made of
     * @param guess whether a network fills what is not known
     */
    public static MeasuredColours of(List<StackedLight> lights, Composite composite, boolean guess) {
        Map<String, Integer> subs = new TreeMap<>();
        Map<String, Double> seconds = new TreeMap<>();
        for (StackedLight light : lights) {
            subs.put(light.role().label(), light.subs());
            seconds.put(light.role().label(), light.seconds());
        }
        double measured = composite.known().measuredShare();
        double physics = Math.min(1 - measured, composite.known().physicsShare());
        boolean guessed = guess && !composite.known().isWhole();
        return new MeasuredColours(
                composite.formula().map(Formula::label).orElse(null),
                subs,
                seconds,
                measured,
                physics,
                0,
                guessed ? 1 - measured - physics : 0);
    }

    /** Whether a network had any part in it. */
    public boolean isGuessed() {
        return reference > 0 || guessed > 0;
    }

    /** Such as {@code 12 x Ha, 8 x OIII}. */
    String exposures() {
        return new TreeMap<>(subs)
                .entrySet().stream()
                        .map(role -> role.getValue() + " x " + role.getKey())
                        .collect(Collectors.joining(", "));
    }

    /** Such as {@code measured 92 %, guessed 8 %}. */
    String shares() {
        StringBuilder text = new StringBuilder(share("measured", measured));
        if (physics > 0) {
            text.append(", ").append(share("by a line's physics", physics));
        }
        if (reference > 0) {
            text.append(", ").append(share("after another picture", reference));
        }
        if (guessed > 0) {
            text.append(", ").append(share("guessed", guessed));
        }
        return text.toString();
    }

    private static String share(String what, double share) {
        return String.format(Locale.ROOT, "%s %.0f %%", what, 100 * share);
    }
}
