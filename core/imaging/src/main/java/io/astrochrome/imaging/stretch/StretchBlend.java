package io.astrochrome.imaging.stretch;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Curves between two. Thread-safe. */
public final class StretchBlend {
    private StretchBlend() {}

    /**
     * The curve that lies that share of the way from one to the other, in each of its parameters. Whatever holds for both
     * curves' parameters (white above black, midtones within (0, 1)) holds for it too. Curves of different stretches have
     * nothing between them: then it is the other.
     *
     * @param share in [0, 1]; 1 is the other
     */
    public static StretchCurve of(StretchCurve one, StretchCurve other, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share must be in [0, 1], not " + share);
        }
        boolean alike = one.name().equals(other.name())
                && one.parameters().keySet().equals(other.parameters().keySet());
        if (!alike || share == 1) {
            return other;
        }
        Map<String, Double> between = new HashMap<>();
        one.parameters().forEach((name, value) -> {
            double further = Objects.requireNonNull(other.parameters().get(name));
            between.put(name, value + share * (further - value));
        });
        return new StretchCurve(one.name(), between);
    }
}
