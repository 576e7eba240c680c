package io.astrochrome.standalone.cli;

import io.astrochrome.standalone.process.ProcessEvent;
import io.astrochrome.standalone.stack.Home;
import io.astrochrome.standalone.stack.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** The system as a command runs it: it says what happens, and Ctrl-C or SIGTERM stops it in order. */
final class RunningStack implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);

    private final Terminal terminal;
    private final Stack stack;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private RunningStack(Terminal terminal, Stack stack) {
        this.terminal = terminal;
        this.stack = stack;
    }

    static RunningStack start(StackOptions options, Terminal terminal) throws IOException, InterruptedException {
        var home = Home.current();
        var folder = options.folder(home);
        if (home.model().isEmpty()) {
            terminal.print("There is no model (*.onnx) in " + home.models()
                    + ": frames will wait uncoloured until one is put there or published.");
        }
        terminal.print("Starting Astrochrome; data and logs in " + folder.root());
        var stack = Stack.start(home, folder, options.services(), event -> tell(terminal, event));
        var running = new RunningStack(terminal, stack);
        Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop-everything"));
        return running;
    }

    Stack stack() {
        return stack;
    }

    /** Waits until all is ready; false, with the logs named, if it takes too long. */
    boolean awaitReady() throws InterruptedException {
        if (stack.awaitReady(START_PATIENCE)) {
            return true;
        }
        stack.processes().stream()
                .filter(process -> !process.isReady())
                .forEach(process -> terminal.say("%s is not ready; see its log", process.name()));
        return false;
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
