package io.astrochrome.trainer.augment;

import java.util.random.RandomGenerator;

/** A closed range to draw from. */
public record Range(double low, double high) {
    public Range {
        if (!(low <= high)) {
            throw new IllegalArgumentException("a range must be written low to high, not " + low + " to " + high);
        }
    }

    double draw(RandomGenerator random) {
        return low + (high - low) * random.nextDouble();
    }

    /** As likely to halve as to double. */
    double drawByRatio(RandomGenerator random) {
        return Math.exp(Math.log(low) + (Math.log(high) - Math.log(low)) * random.nextDouble());
    }
}
