package io.astrochrome.colorize.cli;

import io.astrochrome.colorize.composing.FramePictures;
import io.astrochrome.colorize.model.ModelFiles;
import io.astrochrome.colorize.palette.PaletteChooser;
import io.astrochrome.colorize.replay.FrameReplay;
import io.astrochrome.colorize.replay.ReplayFigures;
import io.astrochrome.colorize.replay.ReplayFolder;
import io.astrochrome.colorize.replay.ReplaySink;
import io.astrochrome.colorize.replay.ReplaySpan;
import io.astrochrome.colorize.replay.ReplayTopic;
import io.astrochrome.colorize.replay.StoredModels;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.imaging.write.PictureSettings;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.storage.MinioObjectStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./run replay}: colours past frames of the stream again, beside it. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Colours past frames of the stream again, with any model; or puts dead letters back.",
        description = {
            "",
            "Reads the frames that preprocess has prepared, colours those that are meant, and writes their pictures into "
                    + "a folder and their colours onto colorized-replay.v1. The live stream does not notice: no offset of "
                    + "its moves, nothing of its is overwritten. With --topic alone no pictures are painted.",
            ""
        },
        subcommands = DeadLettersCommand.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all frames that are meant are coloured",
            "1:a frame could not be coloured, or there was none; each is named with its reason",
            "2:wrong usage",
            "3:no broker or store answers"
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final int SOME_FAILED = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StreamOptions stream;

    @Mixin
    private SpanOptions chosen;

    @Option(
            names = {"-m", "--model"},
            paramLabel = "MODEL",
            description =
                    "A model of deploy/models by its name, an ONNX file, or the beginning (8 digits or more) of a published model's id. "
                            + "Default: the shipped one.")
    private @Nullable String model;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder for the pictures; made where there is none.")
    private @Nullable Path output;

    @Option(
            names = "--topic",
            description = "Also publish the colours on colorized-replay.v1. Default: yes, unless --no-topic.",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true")
    private boolean topic;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "replay",
            description = "What the events on the topic call this replay. Default: ${DEFAULT-VALUE}.")
    private String name;

    @Option(
            names = {"-q", "--quiet"},
            description = "Name only the frames that could not be coloured.")
    private boolean quiet;

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        StreamOptions.main(commandLine(), arguments);
    }

    static CommandLine commandLine() {
        return StreamOptions.line(new ReplayCommand()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (output == null && !topic) {
            throw new ParameterException(spec.commandLine(), "nothing would be kept: give -o, or leave out --no-topic");
        }
        ReplaySpan span = chosen.span(spec.commandLine());
        KafkaClients clients = new KafkaClients(TopicClient.REPLAY, stream.broker());
        int threads = Runtime.getRuntime().availableProcessors();
        Path scratch = Path.of(System.getProperty("java.io.tmpdir"));
        List<ReplaySink> sinks = new ArrayList<>();
        try (MinioObjectStore store = new MinioObjectStore(stream.store());
                ColourModel loaded = new StoredModels(store)
                        .load(
                                model != null ? model : ModelFiles.shipped().toString(),
                                new SessionSettings(threads, 1, true, false));
                ReplayReport report = new ReplayReport(spec.commandLine(), quiet)) {
            if (output != null) {
                sinks.add(new ReplayFolder(output, store, new FramePictures(PictureSettings.DEFAULT)));
            }
            if (topic) {
                sinks.add(new ReplayTopic(clients, name));
            }
            ReplayFigures figures =
                    new FrameReplay(clients, loaded, PaletteChooser.ofReplay(store, scratch), sinks, report).run(span);
            report.ends(loaded, figures);
            return figures.refused() == 0 && figures.coloured() > 0 ? 0 : SOME_FAILED;
        } catch (NoSuchFileException e) {
            throw new ParameterException(spec.commandLine(), "--model " + e.getFile() + ": " + e.getReason(), e);
        } catch (ModelRejectedException e) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("replay: " + e.getMessage());
            return SOME_FAILED;
        } finally {
            sinks.forEach(ReplaySink::close);
        }
    }
}
