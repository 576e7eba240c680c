package io.astrochrome.trainer.recipe;

import io.astrochrome.trainer.data.Curation;
import java.util.List;

/**
 * Which pictures a run learns from.
 *
 * @param classes only these; empty: all
 * @param minChroma least mean chroma, in CIELAB units
 * @param nearDuplicateBits pictures whose perceptual hashes differ in at most so many of 64 bits count once; negative: all
 *     are kept
 */
public record DataSettings(List<String> classes, double minChroma, int nearDuplicateBits) {
    /** Every picture. */
    public static final DataSettings ALL = new DataSettings(List.of(), 0, -1);

    public DataSettings {
        classes = List.copyOf(classes);
    }

    /** The choice that these settings ask for. */
    public Curation curation() {
        return new Curation(classes, minChroma, nearDuplicateBits);
    }
}
