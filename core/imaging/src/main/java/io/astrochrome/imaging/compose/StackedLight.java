package io.astrochrome.imaging.compose;

import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.imaging.linear.LinearPlane;

/**
 * The stack of one role, on the target's grid.
 *
 * @param role which light
 * @param plane its mean, linear; not-a-number where no sub was
 * @param subs how many are in it
 * @param seconds of exposure in all
 */
public record StackedLight(FilterRole role, LinearPlane plane, int subs, double seconds) {
    public StackedLight {
        if (subs < 1) {
            throw new IllegalArgumentException("a stack of " + role.label() + " needs a sub");
        }
    }
}
