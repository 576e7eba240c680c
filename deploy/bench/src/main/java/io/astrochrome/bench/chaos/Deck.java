package io.astrochrome.bench.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Deals faults so that none of the kinds comes a second time before each has come once, and so within a kind. Not thread-safe. */
final class Deck {
    private final SplittableRandom random;
    private final Pile<Pile<Fault>> kinds;

    /** Takes the kinds that there are; one without faults is left out. */
    Deck(List<List<Fault>> kinds, SplittableRandom random) {
        this.random = random;
        this.kinds = new Pile<>(kinds.stream()
                .filter(faults -> !faults.isEmpty())
                .map(Pile::new)
                .toList());
    }

    Fault next() {
        return kinds.next(random).next(random);
    }

    /** What comes round again. */
    private static final class Pile<T> {
        private final List<T> all;
        private final List<T> left = new ArrayList<>();

        Pile(List<T> all) {
            this.all = all;
        }

        T next(SplittableRandom random) {
            if (left.isEmpty()) {
                left.addAll(all);
            }
            return left.remove(random.nextInt(left.size()));
        }
    }
}
