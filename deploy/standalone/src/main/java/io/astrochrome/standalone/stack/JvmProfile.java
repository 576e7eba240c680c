package io.astrochrome.standalone.stack;

/**
 * What a process needs of its JVM.
 *
 * @param maxHeapMebibytes upper bound of the heap; it starts small and shrinks again
 * @param computes whether it works on pixels or hashes what passes, so that the optimising compiler pays: it alone uses
 *     the processor's instructions for SHA-256, which are fifteen times as fast
 * @param niceness how far the others' work goes before its own, from 0 (as anybody's) to {@value #LAST}
 */
record JvmProfile(int maxHeapMebibytes, boolean computes, int niceness) {
    static final int LAST = 19;

    JvmProfile {
        if (maxHeapMebibytes < 16) {
            throw new IllegalArgumentException("a JVM needs a heap of 16 MiB or more, not " + maxHeapMebibytes);
        }
        if (niceness < 0 || niceness > LAST) {
            throw new IllegalArgumentException("niceness goes from 0 to " + LAST + ", not " + niceness);
        }
    }
}
