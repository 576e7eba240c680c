package io.astrochrome.standalone.cli;

import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.process.ProcessEvent;
import io.astrochrome.standalone.process.SupervisedProcess;
import io.astrochrome.standalone.stack.Service;
import io.astrochrome.standalone.stack.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The system as a command runs it: it says what happens, and Ctrl-C or SIGTERM stops it in order. */
final class StackSession implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);

    /** Time to look at the first frames before something else wants a core. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    /** Also where the machine is on for an evening only. */
    private static final Duration FIRST_PRUNE = Duration.ofMinutes(30);

    private static final Duration DAY = Duration.ofDays(1);

    private final Terminal terminal;
    private final DataFolder folder;
    private final Stack stack;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private StackSession(Terminal terminal, DataFolder folder, Stack stack) {
        this.terminal = terminal;
        this.folder = folder;
        this.stack = stack;
    }

    static StackSession start(StackOptions options, Terminal terminal) throws IOException, InterruptedException {
        var home = options.home();
        var folder = options.folder(home);
        var services = options.services();
        if (home.model().isEmpty() && services.remove(Service.COLORIZE)) {
            terminal.print("There is no model (*.onnx) in " + home.models()
                    + ", so colorize is not started: frames wait in the stream until one is there.");
        }
        terminal.print("Starting Astrochrome; data and logs in " + folder.root());
        var stack = Stack.start(home, folder, services, options.instances(), event -> tell(terminal, event));
        var running = new StackSession(terminal, folder, stack);
        Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop-everything"));
        return running;
    }

    Stack stack() {
        return stack;
    }

    /** Waits until all that the start waits for is ready; false, with the laggards named, if it takes too long. */
    boolean awaitReady() throws InterruptedException {
        return awaitReady(process -> Service.isWaitedFor(process.name()));
    }

    /** Waits until one service is ready; false if it takes too long. */
    boolean awaitReady(Service service) throws InterruptedException {
        return awaitReady(process -> process.name().equals(service.id()));
    }

    private boolean awaitReady(Predicate<SupervisedProcess> wanted) throws InterruptedException {
        if (stack.awaitReady(wanted, START_PATIENCE)) {
            return true;
        }
        stack.processes().stream()
                .filter(wanted.and(process -> !process.isReady()))
                .forEach(process -> terminal.say("%s is not ready; its log is in %s", process.name(), folder.logs()));
        return false;
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Makes the next start quicker, once all is quiet. */
    void prepareQuickerStarts() {
        var work = new Thread(
                () -> {
                    try {
                        if (!stopped.await(QUIET.toMillis(), TimeUnit.MILLISECONDS) && stack.prepareQuickerStarts()) {
                            terminal.say("The next start will be quicker");
                        }
                    } catch (IOException e) {
                        terminal.say("The next start will not be quicker: %s", e.getMessage());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "quicker-starts");
        work.setDaemon(true);
        work.start();
    }

    /** Lets go of what need not be kept in the store, once a day. */
    void pruneDaily() {
        new Daily(FIRST_PRUNE, DAY, terminal).start("daily-prune", this::prune, stopped);
    }

    private void prune() throws IOException, InterruptedException {
        var code = stack.prune();
        if (code != 0 && !isStopped()) {
            terminal.say(
                    "The store was not pruned (exit code %d); log: %s",
                    code, folder.logs().resolve("prune.log"));
        }
    }

    /** Waits for Ctrl-C. */
    void awaitStop() throws InterruptedException {
        stopped.await();
    }

    private static void tell(Terminal terminal, ProcessEvent event) {
        if (event instanceof ProcessEvent.Ready ready) {
            terminal.say("%s is ready", ready.process());
        } else if (event instanceof ProcessEvent.Crashed crashed) {
            terminal.say(
                    "%s ended with exit code %d and is started again in %.1f s; log: %s",
                    crashed.process(), crashed.exitCode(), crashed.restartIn().toMillis() / 1e3, crashed.logFile());
        } else if (event instanceof ProcessEvent.Unwell unwell) {
            terminal.say("%s %s and is started anew", unwell.process(), unwell.how());
        } else if (event instanceof ProcessEvent.NotStarted late) {
            terminal.say(
                    "%s cannot be started, which is tried again in %.1f s: %s",
                    late.process(), late.retryIn().toMillis() / 1e3, late.reason());
        } else if (event instanceof ProcessEvent.Stopped stop && stop.byForce()) {
            terminal.say("%s did not stop in time and was ended", stop.process());
        }
    }

    private void stop() {
        try {
            close();
        } catch (IOException e) {
            terminal.say("The data folder's lock was not freed: %s", e.getMessage());
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (stopped.getCount() > 0) {
            terminal.say("Stopping");
            stack.close();
            terminal.say("Stopped; the data is kept");
            stopped.countDown();
        }
    }
}
