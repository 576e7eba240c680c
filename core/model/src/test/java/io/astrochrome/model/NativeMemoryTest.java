package io.astrochrome.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.astrochrome.testkit.model.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything native is closed: resident memory stays flat over many loads and runs of changing shape. */
class NativeMemoryTest {
    private static final Path STATUS = Path.of("/proc/self/status");
    /** A leaked run of this test's batch would be 768 KiB, a leaked session about as much: 150 of them show. */
    private static final long NOISE_KIB = 24 * 1024;

    @TempDir
    private Path folder;

    @Test
    void staysFlatOverManySwapsAndRuns() throws Exception {
        assumeThat(STATUS).as("this system tells a process's resident memory").exists();
        Path file = TinyModel.named("tiny").write(folder.resolve("tiny.onnx"));
        swapAndRun(file, 60);

        long leastGrowth = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) { // the JVM warms up in the first ones; a leak grows in every one
            long before = residentKib();
            swapAndRun(file, 150);
            leastGrowth = Math.min(leastGrowth, residentKib() - before);
        }

        assertThat(leastGrowth).isLessThan(NOISE_KIB);
    }

    private static void swapAndRun(Path file, int times) throws ModelRejectedException {
        for (int i = 0; i < times; i++) {
            try (ColourModel model = ColourModel.load(file, SessionSettings.cpu(1))) {
                for (int side = 64; side <= 256; side += 64) {
                    model.predict(new float[side * side], 1, side, side);
                }
            }
        }
        System.gc(); // direct buffers are the collector's
    }

    private static long residentKib() throws IOException {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
