package io.astrochrome.standalone.cli;

import io.astrochrome.standalone.demo.DemoFrame;
import io.astrochrome.standalone.demo.DemoFrames;
import io.astrochrome.standalone.demo.DemoNight;
import io.astrochrome.standalone.demo.FrameSender;
import io.astrochrome.standalone.demo.OutcomeReader;
import io.astrochrome.standalone.stack.Home;
import io.astrochrome.standalone.stack.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./run demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Starts everything on this machine, exposes a few frames with simulated cameras and sends them through"
                        + " the stream. Stays up until Ctrl-C; data survives a restart.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:stopped on request, or with --exit-when-done every frame had its outcome",
            "1:it did not start, or a frame had no outcome",
            "2:wrong usage"
        })
public final class DemoCommand implements Callable<Integer> {
    private static final Duration OUTCOME_PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Mixin
    private StackOptions options;

    @Option(names = "--exit-when-done", description = "Stop when every frame is coloured or quarantined.")
    private boolean exitWhenDone;

    /** Starts the command. */
    public static void main(String[] args) {
        System.exit(Commands.run("demo", new DemoCommand(), args));
    }

    @Override
    public Integer call() throws Exception {
        var terminal = new Terminal(System.out);
        var exposure = CompletableFuture.supplyAsync(this::expose);
        try (var running = StackSession.start(options, terminal)) {
            if (!running.awaitReady(Service.INGEST)) {
                return CommandLine.ExitCode.SOFTWARE;
            }
            var addresses = running.stack().addresses();
            try (var outcomes = new OutcomeReader(addresses.bootstrapServers())) {
                var play = new DemoPlay(terminal, new FrameSender(addresses.of(Service.INGEST)), outcomes);
                var frames = exposure.get();
                frames.forEach(
                        frame -> terminal.print("          " + frame.file().getFileName() + ": " + frame.shows()));
                play.send(frames);
                var done = play.awaitOutcomes(OUTCOME_PATIENCE);
                if (exitWhenDone) {
                    return done ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
                }
                running.awaitReady();
                terminal.say("Watch the frames at %s (Ctrl-C stops)", addresses.page());
                running.prepareQuickerStarts();
                while (!running.isStopped()) {
                    play.watch(LOOK);
                }
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private List<DemoFrame> expose() {
        try {
            var folder = options.folder(Home.current()).demoFrames();
            var now = Instant.now();
            var frames = new ArrayList<>(new DemoFrames(folder, now).make());
            frames.addAll(new DemoNight(folder, now).make());
            return frames;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
