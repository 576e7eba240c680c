package io.astrochrome.standalone.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * All processes of one launcher. Closing it stops them in waves, the last started first: services before what they
 * stand on, and those of one wave side by side. Thread-safe.
 */
public final class Supervisor implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final RestartBackoff backoff;
    private final Duration lookEvery;
    private final Consumer<ProcessEvent> events;
    private final List<List<SupervisedProcess>> waves = new ArrayList<>();

    /** {@code events} is called from several threads. */
    public Supervisor(RestartBackoff backoff, Consumer<ProcessEvent> events) {
        this(backoff, SupervisedProcess.LOOK_EVERY, events);
    }

    Supervisor(RestartBackoff backoff, Duration lookEvery, Consumer<ProcessEvent> events) {
        this.backoff = backoff;
        this.lookEvery = lookEvery;
        this.events = events;
    }

    /** Starts processes that are stopped together, before all that were started earlier. */
    public synchronized List<SupervisedProcess> start(List<ProcessSpec> specs) {
        var wave = specs.stream()
                .map(spec -> new SupervisedProcess(spec, backoff, lookEvery, events))
                .toList();
        waves.add(new ArrayList<>(wave));
        wave.forEach(SupervisedProcess::start);
        return wave;
    }

    /** Stops one process for good, and forgets it. */
    public void stop(SupervisedProcess process) {
        synchronized (this) {
            waves.forEach(wave -> wave.remove(process));
        }
        process.stop();
    }

    /** All processes, in the order of their start. */
    public synchronized List<SupervisedProcess> processes() {
        return waves.stream().flatMap(List::stream).toList();
    }

    /** Waits until the processes that are {@code wanted} are ready; false if that took longer than {@code timeout}. */
    public boolean awaitReady(Predicate<SupervisedProcess> wanted, Duration timeout) throws InterruptedException {
        var end = System.nanoTime() + timeout.toNanos();
        while (!processes().stream().filter(wanted).allMatch(SupervisedProcess::isReady)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(LOOK_EVERY.toMillis());
        }
        return true;
    }

    /** Stops all processes; harmless when called again. */
    @Override
    public void close() {
        List<List<SupervisedProcess>> stopped;
        synchronized (this) {
            stopped = new ArrayList<>(waves);
            waves.clear();
        }
        for (var i = stopped.size() - 1; i >= 0; i--) {
            stopTogether(stopped.get(i));
        }
    }

    private static void stopTogether(List<SupervisedProcess> wave) {
        var threads = wave.stream()
                .map(process -> new Thread(process::stop, "stop-" + process.name()))
                .toList();
        threads.forEach(Thread::start);
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
