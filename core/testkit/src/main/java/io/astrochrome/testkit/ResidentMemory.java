package io.astrochrome.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** This process's resident memory, native memory with it, so that a test can see a leak. Linux alone tells it. */
public final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    /**
     * What a hundred loads of a tiny model may add by chance. A leaked session of it, or a leaked run's buffers, are about
     * 768 KiB: a hundred of them show.
     */
    public static final long NOISE_KIBIBYTES = 24 * 1024;

    private ResidentMemory() {}

    /** Whether this system tells it. */
    public static boolean isTold() {
        return Files.exists(STATUS);
    }

    /** Work that should leave no memory behind. */
    @FunctionalInterface
    public interface Round {
        /** Does it once. */
        void run() throws Exception;
    }

    /**
     * The least that one of several equal rounds added, in KiB: the JVM warms up in the first ones, a leak grows in each.
     *
     * @throws Exception what a round throws
     */
    public static long leastGrowthKibibytes(int rounds, Round round) throws Exception {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < rounds; i++) {
            long before = kibibytes();
            round.run();
            System.gc(); // direct buffers are the collector's
            least = Math.min(least, kibibytes() - before);
        }
        return least;
    }

    private static long kibibytes() throws IOException {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
