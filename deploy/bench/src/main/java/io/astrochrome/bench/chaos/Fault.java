package io.astrochrome.bench.chaos;

import java.util.SplittableRandom;

/**
 * Something that goes wrong.
 *
 * @param what for people, such as {@code kill colorize}
 */
record Fault(String what, Cause cause) {
    /** How it goes wrong. */
    interface Cause {
        /** Lets it go wrong; returns when the cause, not the harm, is over. */
        void strike(SplittableRandom random) throws Exception;
    }
}
