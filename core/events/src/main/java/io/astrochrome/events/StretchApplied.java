package io.astrochrome.events;

import java.util.Map;

/**
 * The stretch that made a frame's luminance.
 *
 * @param name such as {@code midtone-linked}, {@code asinh} or {@code none} (the picture was stretched already)
 * @param scope {@code target} where the parameters are the target's static ones, {@code frame} where they are its own
 * @param parameters by name, such as {@code shadows}, {@code midtones}
 */
public record StretchApplied(String name, String scope, Map<String, Double> parameters) {
    public StretchApplied {
        Rules.notBlank("name", name);
        Rules.notBlank("scope", scope);
        parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
    }
}
