package io.astrochrome.standalone.stack;

/**
 * What a process needs of its JVM.
 *
 * @param maxHeapMebibytes upper bound of the heap; it starts small and shrinks again
 * @param computes whether it works on pixels or hashes what passes, so that the optimising compiler pays: it alone uses
 *     the processor's instructions for SHA-256, which are fifteen times as fast
 * @param yields whether the others' work goes before its own
 */
record JvmProfile(int maxHeapMebibytes, boolean computes, boolean yields) {
    JvmProfile {
        if (maxHeapMebibytes < 16) {
            throw new IllegalArgumentException("a JVM needs a heap of 16 MiB or more, not " + maxHeapMebibytes);
        }
    }
}
