package io.astrochrome.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One process that is started again whenever it ends by itself, until it is stopped. Thread-safe; events arrive on the
 * process's own watching thread, one at a time.
 */
public final class SupervisedProcess {
    private static final Duration PROBE_EVERY = Duration.ofMillis(250);

    /** What starts has much to do at once, and all wait for it; so long after it was ready that is done. */
    private static final Duration STARTING_UP = Duration.ofSeconds(10);

    private final ProcessSpec spec;
    private final RestartBackoff backoff;
    private final Consumer<ProcessEvent> events;
    private final ReadinessProbe probe;
    private final Thread watch;

    private Process process;
    private boolean ready;
    private boolean stopping;

    SupervisedProcess(ProcessSpec spec, RestartBackoff backoff, Consumer<ProcessEvent> events) {
        this.spec = spec;
        this.backoff = backoff;
        this.events = events;
        this.probe = new ReadinessProbe(spec.readiness());
        this.watch = new Thread(this::keepAlive, "watch-" + spec.name());
        this.watch.setDaemon(true);
    }

    void start() {
        watch.start();
    }

    /** The process's name. */
    public String name() {
        return spec.name();
    }

    /** Whether the running process has answered that it is ready. */
    public synchronized boolean isReady() {
        return ready;
    }

    /** The id of the running process; empty between a crash and the next start. */
    public synchronized OptionalLong pid() {
        return process != null && process.isAlive() ? OptionalLong.of(process.pid()) : OptionalLong.empty();
    }

    /** Asks the process to end, waits for its grace, then forces it. It is not started again. */
    void stop() {
        Process running;
        synchronized (this) {
            stopping = true;
            ready = false;
            running = process;
            notifyAll();
        }
        var byForce = running != null && !ends(running, spec.grace());
        events.accept(new ProcessEvent.Stopped(spec.name(), byForce));
    }

    private static boolean ends(Process running, Duration grace) {
        running.destroy();
        try {
            if (running.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.destroyForcibly();
        return false;
    }

    private void keepAlive() {
        var crashes = 0;
        while (true) {
            var began = Instant.now();
            var running = startUnlessStopping();
            if (running == null) {
                return;
            }
            events.accept(new ProcessEvent.Started(spec.name(), running.pid()));
            var exitCode = watchToTheEnd(running, began);
            crashes = backoff.crashesInARow(crashes, Duration.between(began, Instant.now()));
            var wait = backoff.waitAfter(crashes++);
            if (isStopping()) {
                return;
            }
            events.accept(new ProcessEvent.Crashed(spec.name(), exitCode, wait, spec.logFile()));
            pause(wait);
        }
    }

    private synchronized Process startUnlessStopping() {
        if (stopping) {
            return null;
        }
        var builder = new ProcessBuilder(spec.command())
                .directory(spec.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.logFile().toFile()));
        builder.environment().putAll(spec.environment());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + spec.name(), e);
        }
        return process;
    }

    private int watchToTheEnd(Process running, Instant began) {
        while (running.isAlive() && !isReady() && !isStopping()) {
            if (probe.isReady() && running.isAlive()) {
                setReady(true);
                events.accept(new ProcessEvent.Ready(spec.name(), Duration.between(began, Instant.now())));
            } else {
                pause(PROBE_EVERY);
            }
        }
        if (spec.niceness() > 0) {
            letOthersGoFirst(running);
        }
        var exitCode = waitFor(running);
        setReady(false);
        return exitCode;
    }

    private void letOthersGoFirst(Process running) {
        try {
            if (!running.waitFor(STARTING_UP.toMillis(), TimeUnit.MILLISECONDS)) {
                Turn.behindTheOthers(running.pid(), spec.niceness());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int waitFor(Process running) {
        // Unlike waitFor, a join is not ended by an interrupt: only the end of the process ends this wait.
        return running.onExit().join().exitValue();
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private synchronized void setReady(boolean now) {
        ready = now && !stopping;
    }

    /** Waits, but not longer than until the stop. */
    private synchronized void pause(Duration length) {
        var end = System.nanoTime() + length.toNanos();
        try {
            for (var left = length.toMillis(); left > 0 && !stopping; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
