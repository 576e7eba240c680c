package io.astrochrome.platform.meters;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the operating system says of this process's memory; Linux only. */
final class ProcessMemory {
    /** Of proc(5): sizes of the process in pages, the second number is what is resident. */
    private static final Path STATM = Path.of("/proc/self/statm");

    /** On x86-64 and on most arm64 systems; the kernel says it nowhere in text. */
    private static final long PAGE_BYTES = 4096;

    private ProcessMemory() {}

    static boolean isKnown() {
        return Files.isReadable(STATM);
    }

    /** Bytes in memory, or NaN where the system does not say. */
    static double residentBytes() {
        try {
            String[] sizes = Files.readString(STATM, StandardCharsets.US_ASCII).split(" ", 3);
            return Long.parseLong(sizes[1]) * (double) PAGE_BYTES;
        } catch (IOException | RuntimeException e) {
            return Double.NaN;
        }
    }

    /** Resident bytes beyond what the JVM has committed for heap, classes and code. */
    static double nativeBytes() {
        MemoryMXBean jvm = ManagementFactory.getMemoryMXBean();
        long committed = jvm.getHeapMemoryUsage().getCommitted()
                + jvm.getNonHeapMemoryUsage().getCommitted();
        return Math.max(0, residentBytes() - committed);
    }
}
