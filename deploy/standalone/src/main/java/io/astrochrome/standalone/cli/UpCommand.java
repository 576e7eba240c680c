package io.astrochrome.standalone.cli;

import io.astrochrome.standalone.stack.Home;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./run up}. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Starts everything on this machine and waits for your frames, until Ctrl-C. Data survives a restart.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:stopped on request", "1:it did not start, or the data folder is in use", "2:wrong usage"})
public final class UpCommand implements Callable<Integer> {
    @Mixin
    private StackOptions options;

    /** Starts the command. */
    public static void main(String[] args) {
        System.exit(Commands.run("up", new UpCommand(), args));
    }

    @Override
    public Integer call() throws Exception {
        var terminal = new Terminal(System.out);
        try (var running = StackSession.start(options, terminal)) {
            if (!running.awaitReady()) {
                return CommandLine.ExitCode.SOFTWARE;
            }
            sayWhereEverythingIs(terminal, running);
            running.prepareQuickerStarts();
            if (options.prunes()) {
                running.pruneDaily();
            }
            running.awaitStop();
        }
        return CommandLine.ExitCode.OK;
    }

    private void sayWhereEverythingIs(Terminal terminal, StackSession running) throws IOException {
        var addresses = running.stack().addresses();
        if (options.infrastructureAlone()) {
            var file = ByHand.write(options.folder(Home.current()), addresses);
            terminal.say("Kafka is at %s, the object store at %s", addresses.bootstrapServers(), addresses.store());
            terminal.say("A service that you start finds them after: source %s", file);
        } else {
            terminal.say("Watch the frames at %s", addresses.page());
        }
    }
}
