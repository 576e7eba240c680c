package io.astrochrome.standalone.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * The processes of an earlier launcher that was killed. They end by themselves when they notice; a new start waits for
 * that, because broker and store must not be opened twice. A process is recognised by id and start time, so that a
 * stranger who got the same id is left alone. Thread-safe.
 */
public final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern ENTRY = Pattern.compile("(\\d{1,18}) (\\d{1,18})");

    /** The system's clock may have been set between two looks at one start time. */
    private static final long SAME_START_MILLIS = 5_000;

    private final DataFolder folder;
    private final Properties known = new Properties();

    public Leftovers(DataFolder folder) {
        this.folder = folder;
    }

    /** Remembers a process that was started. */
    public synchronized void remember(String name, long pid) throws IOException {
        var started = ProcessHandle.of(pid).flatMap(handle -> handle.info().startInstant());
        if (started.isPresent()) {
            known.setProperty(name, pid + " " + started.get().toEpochMilli());
            try (var out = Files.newBufferedWriter(folder.processes())) {
                known.store(out, null);
            }
        }
    }

    /** Waits until none of an earlier launcher's processes lives; ends those that take too long. */
    public void awaitEnd() throws IOException, InterruptedException {
        if (Files.notExists(folder.processes())) {
            return;
        }
        var earlier = new Properties();
        try (var in = Files.newBufferedReader(folder.processes())) {
            earlier.load(in);
        }
        for (var value : earlier.values()) {
            var running = find((String) value);
            if (running.isPresent()) {
                end(running.get());
            }
        }
        Files.delete(folder.processes());
    }

    private static Optional<ProcessHandle> find(String entry) {
        var match = ENTRY.matcher(entry);
        if (!match.matches()) {
            return Optional.empty();
        }
        var started = Long.parseLong(match.group(2));
        return ProcessHandle.of(Long.parseLong(match.group(1)))
                .filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info()
                        .startInstant()
                        .filter(actual -> Math.abs(actual.toEpochMilli() - started) < SAME_START_MILLIS)
                        .isPresent());
    }

    private static void end(ProcessHandle process) throws InterruptedException {
        CompletableFuture<ProcessHandle> end = process.onExit();
        try {
            end.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot wait for process " + process.pid(), e);
        }
    }
}
