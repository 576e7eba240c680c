package io.astrochrome.standalone.stack;

/**
 * What a process needs of its JVM.
 *
 * @param maxHeapMebibytes upper bound of the heap; it starts small and shrinks again
 * @param youngHeapMebibytes at least so much of the heap is for what has just begun: strips of pixels and
 *     request buffers die there, and the whole heap is not gone through for them several times a frame
 * @param niceness how far the others' work goes before its own from the start on, from 0 (as anybody's) to {@value #LAST}
 */
record JvmProfile(int maxHeapMebibytes, int youngHeapMebibytes, int niceness) {
    static final int LAST = 19;

    JvmProfile {
        if (maxHeapMebibytes < 16) {
            throw new IllegalArgumentException("a JVM needs a heap of 16 MiB or more, not " + maxHeapMebibytes);
        }
        if (youngHeapMebibytes < 4 || youngHeapMebibytes > maxHeapMebibytes / 2) {
            throw new IllegalArgumentException(
                    "a young generation has 4 MiB or more and half the heap or less, not " + youngHeapMebibytes);
        }
        if (niceness < 0 || niceness > LAST) {
            throw new IllegalArgumentException("niceness goes from 0 to " + LAST + ", not " + niceness);
        }
    }
}
