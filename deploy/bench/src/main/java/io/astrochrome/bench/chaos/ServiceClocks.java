package io.astrochrome.bench.chaos;

import io.astrochrome.standalone.process.SupervisedProcess;
import io.astrochrome.standalone.stack.Service;
import io.astrochrome.standalone.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Clocks of services that are put forward and back: steps while a service runs, and starts with a clock that is hours off. libfaketime
 * (Debian: {@code apt-get install libfaketime}) does it; where it is not installed the clocks stay as they are.
 */
final class ServiceClocks {
    private static final List<Service> SERVICES =
            List.of(Service.INGEST, Service.PREPROCESS, Service.COLORIZE, Service.METRICS);
    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final String LIBRARY = "faketime/libfaketimeMT.so.1";

    private static final int STEP_SECONDS = 60;
    private static final int SHIFT_SECONDS = 2 * 3600;
    private static final long STEP_MILLIS = 6000;
    private static final long SHIFT_MILLIS = 15_000;

    private final Optional<Path> library;
    private final Path folder;

    private ServiceClocks(Optional<Path> library, Path folder) {
        this.library = library;
        this.folder = folder;
    }

    /** Right clocks, kept in a folder. */
    static ServiceClocks in(Path folder) throws IOException {
        var clocks = new ServiceClocks(library(), Files.createDirectories(folder));
        for (var service : SERVICES) {
            clocks.set(service, 0);
        }
        return clocks;
    }

    private static Optional<Path> library() throws IOException {
        if (!Files.isDirectory(LIBRARIES)) {
            return Optional.empty();
        }
        try (var architectures = Files.list(LIBRARIES)) {
            return Stream.concat(Stream.of(LIBRARIES), architectures)
                    .map(architecture -> architecture.resolve(LIBRARY))
                    .filter(Files::exists)
                    .findFirst();
        }
    }

    /** What a service is told, so that its clock can be moved. */
    Map<String, String> variables(Service service) {
        return library.filter(any -> SERVICES.contains(service))
                .map(file -> Map.of(
                        "LD_PRELOAD", file.toString(),
                        "FAKETIME_TIMESTAMP_FILE", file(service).toString(),
                        // A longer one would not see that the file has changed.
                        "FAKETIME_NO_CACHE", "1",
                        // What measures how long something takes goes on evenly, as it does when a real clock is set.
                        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                        // Condition variables go by that clock.
                        "FAKETIME_FORCE_MONOTONIC_FIX", "0"))
                .orElse(Map.of());
    }

    /** Two for each service. */
    List<Fault> all(Stack stack) {
        return library.isEmpty()
                ? List.of()
                : SERVICES.stream()
                        .flatMap(service -> Stream.of(
                                new Fault("a clock step of " + service.id(), random -> step(service, random)),
                                new Fault(
                                        "a start of " + service.id() + " at another time",
                                        random -> shift(service, stack, random))))
                        .toList();
    }

    private void step(Service service, SplittableRandom random) throws IOException, InterruptedException {
        during(service, seconds(STEP_SECONDS, random), () -> Thread.sleep(random.nextLong(STEP_MILLIS)));
    }

    private void shift(Service service, Stack stack, SplittableRandom random) throws IOException, InterruptedException {
        during(service, seconds(SHIFT_SECONDS, random), () -> {
            startAnew(service, stack);
            Thread.sleep(random.nextLong(SHIFT_MILLIS));
        });
        startAnew(service, stack);
    }

    private void during(Service service, int seconds, Signals.Work work) throws IOException, InterruptedException {
        set(service, seconds);
        try {
            work.run();
        } finally {
            set(service, 0);
        }
    }

    private static void startAnew(Service service, Stack stack) {
        stack.processes().stream().filter(process -> isOf(service, process)).forEach(Signals::kill);
    }

    private static boolean isOf(Service service, SupervisedProcess process) {
        return process.name().startsWith(service.id());
    }

    private static int seconds(int most, SplittableRandom random) {
        return random.nextInt(-most, most + 1);
    }

    private void set(Service service, int seconds) throws IOException {
        var next =
                Files.writeString(folder.resolve(service.id() + ".next"), String.format(Locale.ROOT, "%+d%n", seconds));
        Files.move(next, file(service), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file(Service service) {
        return folder.resolve(service.id() + ".clock");
    }
}
