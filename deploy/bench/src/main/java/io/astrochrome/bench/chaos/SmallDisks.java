package io.astrochrome.bench.chaos;

import io.astrochrome.standalone.stack.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A small disk of its own for each service's files under way, which is full now and then. Linux makes them of memory for whoever
 * may mount; where that is nobody there are none.
 */
final class SmallDisks implements AutoCloseable {
    private static final List<Service> SERVICES = List.of(Service.INGEST, Service.PREPROCESS, Service.COLORIZE);
    private static final String SIZE = "256m";
    private static final long LEAST_BYTES = 16L << 20;
    private static final long MILLIS = 8000;
    private static final int CHUNK_BYTES = 1 << 20;

    private final Map<Service, Path> mounted = new EnumMap<>(Service.class);

    /** Makes them under a folder. */
    static SmallDisks under(Path folder) throws IOException, InterruptedException {
        var disks = new SmallDisks();
        for (var service : SERVICES) {
            var disk = Files.createDirectories(folder.resolve(service.id()));
            if (run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", disk.toString())) {
                disks.mounted.put(service, disk);
            }
        }
        return disks;
    }

    /** What a service is told of its disk. */
    Map<String, String> variables(Service service) {
        var disk = mounted.get(service);
        return disk == null
                ? Map.of()
                : Map.of(
                        "JAVA_TOOL_OPTIONS",
                        "-Djava.io.tmpdir=" + disk,
                        "ASTROCHROME_DISK_LEAST_BYTES",
                        Long.toString(LEAST_BYTES));
    }

    /** One for each. */
    List<Fault> all() {
        return mounted.entrySet().stream()
                .map(disk -> new Fault("a full disk of " + disk.getKey().id(), random -> fill(disk.getValue(), random)))
                .toList();
    }

    private static void fill(Path disk, SplittableRandom random) throws IOException, InterruptedException {
        var ballast = disk.resolve("ballast");
        try {
            fill(ballast);
            Thread.sleep(random.nextLong(MILLIS));
        } finally {
            Files.deleteIfExists(ballast);
        }
    }

    private static void fill(Path ballast) {
        var chunk = new byte[CHUNK_BYTES];
        try (var out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(chunk);
            }
        } catch (IOException e) {
            // It is full.
        }
    }

    /** How much lies on them, in bytes. */
    long usedBytes() throws IOException {
        var used = 0L;
        for (var disk : mounted.values()) {
            var store = Files.getFileStore(disk);
            used += store.getTotalSpace() - store.getUsableSpace();
        }
        return used;
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such command
        }
    }

    @Override
    public void close() throws IOException {
        try {
            for (var disk : mounted.values()) {
                run("umount", "--lazy", disk.toString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
