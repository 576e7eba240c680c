package io.astrochrome.bench.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Resident memory of processes, from the kernel. */
public final class Memory {
    private static final double KIBIBYTES_PER_MEBIBYTE = 1024;

    private Memory() {}

    /** What a process and its descendants hold now, in MiB. */
    static double residentMebibytes(ProcessHandle process) throws IOException {
        var sum = 0.0;
        for (var each : Stream.concat(Stream.of(process), process.descendants()).toList()) {
            sum += status(each.pid(), "VmRSS:");
        }
        return sum;
    }

    /** What a process alone holds now, in MiB. */
    public static double residentMebibytes(long pid) throws IOException {
        return status(pid, "VmRSS:");
    }

    /** The most that a process ever held, in MiB. */
    static double peakMebibytes(long pid) throws IOException {
        return status(pid, "VmHWM:");
    }

    private static double status(long pid, String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith(key))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIBIBYTES_PER_MEBIBYTE)
                .sum();
    }
}
