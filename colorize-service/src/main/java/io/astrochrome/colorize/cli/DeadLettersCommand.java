package io.astrochrome.colorize.cli;

import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.platform.deadletter.DeadLetterQueue;
import io.astrochrome.platform.deadletter.DeadLetterReplay;
import io.astrochrome.platform.deadletter.LetterFilter;
import io.astrochrome.platform.deadletter.ReplayOutcome;
import io.astrochrome.platform.deadletter.StoredLetter;
import io.astrochrome.platform.kafka.KafkaClients;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./run replay dead-letters}: puts what could not be handled back on its topic. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Puts what could not be handled back on its topic, each letter once.",
        description = {
            "",
            "Key and value are as they were; headers (replayed-from and so on) tell what happened. Asking again puts "
                    + "nothing back twice. A record that fails again becomes a new dead letter.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done, also where there was nothing to do", "2:wrong usage", "3:no broker answers"})
final class DeadLettersCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StreamOptions stream;

    @Option(
            names = {"-s", "--stage"},
            paramLabel = "NAME",
            split = ",",
            description = "Only what this service gave up: preprocess, colorize, metrics, trainer.")
    private @Nullable Set<String> stages;

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            split = ",",
            description = "Only records of this topic, such as lab-tensors.v1.")
    private @Nullable Set<String> topics;

    @Option(
            names = {"-t", "--target"},
            paramLabel = "NAME",
            description = "Only records of this target; may be given again.")
    private @Nullable Set<String> targets;

    @Option(
            names = "--id",
            paramLabel = "TOPIC/PARTITION/OFFSET",
            description = "Only this letter; may be given again.")
    private @Nullable Set<String> ids;

    @Option(
            names = {"-l", "--list"},
            description = "Tell what there is, and put nothing back.")
    private boolean list;

    @Override
    public Integer call() throws IOException {
        KafkaClients clients = new KafkaClients(TopicClient.DEAD_LETTERS, stream.broker());
        LetterFilter filter = new LetterFilter(stages, topics, targets, ids);
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            new DeadLetterQueue(clients).letters(filter).forEach(letter -> out.println(line(letter)));
        } else {
            ReplayOutcome outcome =
                    new DeadLetterReplay(clients).replay(filter, System.getProperty("user.name", "operator"));
            out.println(outcome.replayed() + " dead letters put back, " + outcome.before() + " had been before"
                    + (outcome.unknown() == 0 ? "" : ", " + outcome.unknown() + " of topics that nobody reads"));
        }
        out.flush();
        return 0;
    }

    private static String line(StoredLetter letter) {
        return letter.id() + "  " + letter.at() + "  " + letter.stage() + "  " + letter.key() + "  "
                + (letter.replayedAt() == null ? "" : "(put back " + letter.replayedAt() + ") ") + letter.reason();
    }
}
