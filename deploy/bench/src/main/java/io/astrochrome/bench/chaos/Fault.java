package io.astrochrome.bench.chaos;

import java.util.SplittableRandom;

/** Something that goes wrong. */
interface Fault {
    /** Lets it go wrong; returns when the cause, not the harm, is over. */
    void strike(SplittableRandom random) throws Exception;
}
