package io.astrochrome.trainer.evaluate.predict;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The order in which a frame's looks are offered. */
final class LookOrder {
    private LookOrder() {}

    /**
     * Places of looks, the likeliest first.
     *
     * @param likelihoods one for each look; empty where none are told, which leaves them as they are
     */
    static List<Integer> of(float[] likelihoods, int looks) {
        List<Integer> places = IntStream.range(0, looks).boxed().toList();
        return likelihoods.length == 0
                ? places
                : places.stream()
                        .sorted(Comparator.comparingDouble(place -> -likelihoods[place]))
                        .toList();
    }
}
