package io.astrochrome.colorize.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.testkit.model.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Swapped models are closed: resident memory stays flat over many swaps and roll-backs with predictions in between. */
class SwapMemoryTest {
    private static final Path STATUS = Path.of("/proc/self/status");

    /** A leaked session is about 768 KiB with its buffers: 100 of them show. */
    private static final long NOISE_KIB = 24 * 1024;

    @TempDir
    private Path folder;

    @Test
    void staysFlatOverManySwapsAndRollBacks() throws Exception {
        assumeThat(STATUS).as("this system tells a process's resident memory").exists();
        Path file = TinyModel.named("tiny").write(folder.resolve("tiny.onnx"));
        try (ModelHolder holder = new ModelHolder(load(file))) {
            swap(holder, file, 50);
            long leastGrowth = Long.MAX_VALUE;
            for (int round = 0; round < 4; round++) { // the JVM warms up in the first ones; a leak grows in every one
                long before = residentKib();
                swap(holder, file, 100);
                leastGrowth = Math.min(leastGrowth, residentKib() - before);
            }

            assertThat(leastGrowth).isLessThan(NOISE_KIB);
        }
    }

    private static void swap(ModelHolder holder, Path file, int times) throws ModelRejectedException {
        for (int i = 0; i < times; i++) {
            ColourModel next = load(file);
            holder.swap(next);
            predict(holder);
            holder.before(next.modelId()).ifPresent(holder::swap);
            predict(holder);
        }
        System.gc(); // direct buffers are the collector's
    }

    private static void predict(ModelHolder holder) {
        try (ModelLease lease = holder.lease()) {
            lease.model().predict(new float[192 * 192], 1, 192, 192);
        }
    }

    private static ColourModel load(Path file) throws ModelRejectedException {
        return ColourModel.load(file, SessionSettings.cpu(1));
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
