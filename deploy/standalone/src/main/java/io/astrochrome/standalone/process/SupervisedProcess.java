package io.astrochrome.standalone.process;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One process that is started again whenever it ends by itself, cannot be started, or is alive no more, until it is stopped.
 * Whatever fails meanwhile, such as writing to a full disk, the watch goes on. Thread-safe; events arrive on the process's own
 * watching thread, one at a time.
 */
public final class SupervisedProcess {
    private static final Duration PROBE_EVERY = Duration.ofMillis(250);
    /** Of a process that was ready. */
    static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private static final long LONGEST_LOG_BYTES = 16L << 20;

    /** What starts has much to do at once, and all wait for it; so long after it was ready that is done. */
    private static final Duration STARTING_UP = Duration.ofSeconds(10);

    /** So many times as long as it may be silent later: a JVM on a busy machine answers nobody until it is up. */
    private static final int SILENCES_TO_START = 5;

    private final ProcessSpec spec;
    private final RestartBackoff backoff;
    private final Consumer<ProcessEvent> events;
    private final Duration lookEvery;
    private final HealthProbe readiness;
    private final HealthProbe liveness;
    private final ProcessLog log;
    private final Thread watch;

    private @Nullable Process process;
    private boolean ready;
    private boolean stopping;

    SupervisedProcess(ProcessSpec spec, RestartBackoff backoff, Duration lookEvery, Consumer<ProcessEvent> events) {
        this.spec = spec;
        this.backoff = backoff;
        this.lookEvery = lookEvery;
        this.events = events;
        this.readiness = new HealthProbe(spec.readiness());
        this.liveness = new HealthProbe(spec.liveness());
        this.log = new ProcessLog(spec.logFile(), LONGEST_LOG_BYTES);
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
        @Nullable Process running;
        synchronized (this) {
            stopping = true;
            ready = false;
            running = process;
            notifyAll();
        }
        var byForce = running != null && !ends(running, spec.grace());
        tell(new ProcessEvent.Stopped(spec.name(), byForce));
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
        while (!isStopping()) {
            var began = Instant.now();
            @Nullable Process running;
            try {
                running = startUnlessStopping();
            } catch (IOException e) {
                var wait = backoff.waitAfter(crashes++);
                tell(new ProcessEvent.NotStarted(spec.name(), String.valueOf(e.getMessage()), wait));
                pause(wait);
                continue;
            }
            if (running == null) {
                return;
            }
            tell(new ProcessEvent.Started(spec.name(), running.pid()));
            var exitCode = watchToTheEnd(running, began);
            crashes = backoff.crashesInARow(crashes, Duration.between(began, Instant.now()));
            var wait = backoff.waitAfter(crashes++);
            if (isStopping()) {
                return;
            }
            tell(new ProcessEvent.Crashed(spec.name(), exitCode, wait, spec.logFile()));
            pause(wait);
        }
    }

    /** Who is told may fail, as where a disk is full; the process is watched all the same. */
    private void tell(ProcessEvent event) {
        try {
            events.accept(event);
        } catch (RuntimeException e) {
            System.err.println(event + " could not be noted: " + e.getMessage());
        }
    }

    private synchronized @Nullable Process startUnlessStopping() throws IOException {
        if (stopping) {
            return null;
        }
        var builder = new ProcessBuilder(spec.command())
                .directory(spec.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.logFile().toFile()));
        builder.environment().putAll(spec.environment());
        process = builder.start();
        return process;
    }

    private int watchToTheEnd(Process running, Instant began) {
        var starting = new Vitals(spec.silence().multipliedBy(SILENCES_TO_START), began);
        while (running.isAlive() && !isReady() && !isStopping()) {
            if (readiness.ask() == HealthProbe.Answer.YES && running.isAlive()) {
                setReady(true);
                tell(new ProcessEvent.Ready(spec.name(), Duration.between(began, Instant.now())));
            } else {
                pause(PROBE_EVERY);
                turnLogOver();
                // Where it answers at all it starts, or waits for others: neither is helped by a new start.
                var isSilent = liveness.ask() == HealthProbe.Answer.SILENCE;
                var answer = isSilent ? HealthProbe.Answer.SILENCE : HealthProbe.Answer.YES;
                endUnlessWell(running, starting.judge(answer, Instant.now()));
            }
        }
        if (spec.niceness() > 0) {
            letOthersGoFirst(running);
        }
        keepWell(running);
        var exitCode = waitFor(running);
        setReady(false);
        return exitCode;
    }

    /** Looks after a process that was ready, until it ends or has to be ended. */
    private void keepWell(Process running) {
        var vitals = new Vitals(spec.silence(), Instant.now());
        while (running.isAlive() && !isStopping()) {
            awaitEnd(running, lookEvery);
            turnLogOver();
            if (running.isAlive()) {
                endUnlessWell(running, vitals.judge(liveness.ask(), Instant.now()));
            }
        }
    }

    private void endUnlessWell(Process running, Optional<String> wrong) {
        if (wrong.isPresent() && running.isAlive() && !isStopping()) {
            setReady(false);
            tell(new ProcessEvent.Unwell(spec.name(), wrong.get()));
            ends(running, spec.grace());
        }
    }

    private void turnLogOver() {
        try {
            log.turnOver();
        } catch (IOException e) {
            // It is tried again at the next look.
        }
    }

    private static void awaitEnd(Process running, Duration patience) {
        try {
            running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Only the end of the process ends the watch.
        }
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
