package io.astrochrome.colorize.cli.prune;

import io.astrochrome.colorize.cli.StreamOptions;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.prune.LogReferences;
import io.astrochrome.platform.prune.PruneReport;
import io.astrochrome.platform.prune.PruneRules;
import io.astrochrome.platform.prune.StorePruner;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.storage.ObjectKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./run prune}: says which objects need not be kept, and deletes them where it is told to. */
@Command(
        name = "prune",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Says which objects of the store need not be kept, and deletes them with --yes.",
        description = {
            "",
            "What can be made again goes when it is old. What a record on the log refers to stays, and so do models, stacks "
                    + "with their exposures, frames that are learnt from or measured with, pinned frames, and all that was made of "
                    + "these. Frames as they came stay unless an age is given for them.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also where there was nothing to do",
            "1:it broke off; asking again goes on",
            "2:wrong usage",
            "3:no broker or store answers"
        })
public final class PruneCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StreamOptions stream;

    @Mixin
    private AgeOptions ages;

    @Option(
            names = "--newest",
            paramLabel = "N",
            defaultValue = "" + PruneRules.DEFAULT_NEWEST,
            description =
                    "With --handled-too: so many of each partition's newest records are not meant. Default: ${DEFAULT-VALUE}, "
                            + "what the page shows.")
    private int newest;

    @Option(
            names = "--handled-too",
            description =
                    "For a disk that is full: also what records on the log refer to, once the services have handled them. "
                            + "A replay does not find it then.")
    private boolean handledToo;

    @Option(names = "--yes", description = "Delete what goes. Default: only say it.")
    private boolean yes;

    @Option(names = "--json", description = "Say it as JSON.")
    private boolean json;

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        StreamOptions.main(commandLine(), arguments);
    }

    static CommandLine commandLine() {
        return StreamOptions.line(new PruneCommand());
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PruneRules rules = rules();
        KafkaClients clients = new KafkaClients(TopicClient.PRUNE, stream.broker());
        try (MinioObjectStore store = new MinioObjectStore(stream.store())) {
            PruneReport report =
                    new StorePruner(store, new LogReferences(clients), Clock.systemUTC()).prune(rules, yes);
            PruneTable table = new PruneTable(report, yes);
            say(json ? table.json() : table.text());
        }
        return CommandLine.ExitCode.OK;
    }

    private PruneRules rules() {
        try {
            return new PruneRules(ages.byKind(), newest, handledToo);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    @Command(
            name = "pin",
            mixinStandardHelpOptions = true,
            description = "Keeps frames, and all that was made of them, until they are unpinned.")
    int pin(@Mixin StreamOptions where, @Parameters(paramLabel = "FRAME", arity = "1..*") List<String> frames)
            throws IOException {
        requireIds(frames);
        try (MinioObjectStore store = new MinioObjectStore(where.store())) {
            frames.forEach(frame -> store.put(ObjectKeys.pin(frame), new byte[0], "application/octet-stream"));
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "unpin", mixinStandardHelpOptions = true, description = "Lets pinned frames go when they are old.")
    int unpin(@Mixin StreamOptions where, @Parameters(paramLabel = "FRAME", arity = "1..*") List<String> frames)
            throws IOException {
        requireIds(frames);
        try (MinioObjectStore store = new MinioObjectStore(where.store())) {
            frames.forEach(frame -> store.delete(ObjectKeys.pin(frame)));
        }
        return CommandLine.ExitCode.OK;
    }

    private void requireIds(List<String> frames) {
        for (String frame : frames) {
            if (!frame.matches("[0-9a-f]{64}")) {
                throw new ParameterException(
                        spec.commandLine(), "a frame's id has 64 digits from 0 to f, unlike " + frame);
            }
        }
    }

    private void say(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
