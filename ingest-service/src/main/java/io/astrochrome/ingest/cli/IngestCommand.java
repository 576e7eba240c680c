package io.astrochrome.ingest.cli;

import io.astrochrome.events.Purpose;
import io.astrochrome.imaging.decode.FileTrouble;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./run ingest}: sends files, folders and the frames of a manifest to a running ingest-service. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Send frames to the running stream.",
        description = {
            "Sends files, every picture of folders (with their subfolders), and the frames that a manifest lists"
                    + " (a .csv file with a heading; columns: file, split, class, group, object, licence, credit).",
            "A frame that was sent before is recognised by its content and not taken in again."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:every frame is in, now or from before",
            " 1:some were refused; each is named with the reason",
            " 2:the command line cannot be understood, or a path does not exist",
            " 3:no ingest-service answers, or it cannot take frames for now"
        })
public final class IngestCommand implements Callable<Integer> {
    /** The key to show to a service that knows who asks. */
    static final String KEY_VARIABLE = "ASTROCHROME_SECURITY_API_KEY";

    private static final int SOME_REFUSED = 1;
    private static final int USAGE = 2;
    private static final int SERVICE_AWAY = 3;
    private static final int REDRAW_MILLIS = 250;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "files, folders, or manifests (.csv)")
    private List<Path> paths;

    @Option(
            names = {"-p", "--purpose"},
            paramLabel = "PURPOSE",
            description = "live, train or validation; default: what the manifest says, else live")
    private @Nullable Purpose purpose;

    @Option(
            names = {"-t", "--target"},
            paramLabel = "NAME",
            description = "what the frames show; default: the frame's own OBJECT, else its folder's name")
    private @Nullable String target;

    @Option(
            names = "--palette",
            paramLabel = "NAME",
            description = "the colours to steer the model to: natural, sho, hoo, infrared, none, target (those of the"
                    + " target's own colour frames), or like:ID of another frame")
    private @Nullable String palette;

    @Option(
            names = "--service",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8081",
            description = "the ingest-service; default: ${DEFAULT-VALUE}. One that wants a key gets the one in "
                    + KEY_VARIABLE + ".")
    private URI service;

    @Spec
    private CommandSpec spec;

    private final Optional<String> key;

    IngestCommand(Optional<String> key) {
        this.key = key;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Optional<String> key = Optional.ofNullable(System.getenv(KEY_VARIABLE))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        System.exit(commandLine(key).execute(arguments));
    }

    static CommandLine commandLine(Optional<String> key) {
        return new CommandLine(new IngestCommand(key)).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            FrameFiles found = FrameFiles.of(paths);
            if (found.skipped() > 0) {
                err.println(found.skipped() + " files that are no pictures were passed over");
            }
            Map<SendResult.Status, Integer> counts = sendAll(found.files(), err);
            out.println(summary(counts));
            return counts.containsKey(SendResult.Status.REJECTED) ? SOME_REFUSED : 0;
        } catch (NoSuchFileException e) {
            err.println("there is no " + e.getMessage());
            return USAGE;
        } catch (IOException e) {
            err.println(FileTrouble.sentence(e));
            return USAGE;
        } catch (ServiceAwayException e) {
            err.println(e.getMessage() + "; start the stream with ./run up, or name another with --service");
            return SERVICE_AWAY;
        }
    }

    private Map<SendResult.Status, Integer> sendAll(List<FrameFile> files, PrintWriter err)
            throws ServiceAwayException, InterruptedException {
        IngestClient client = new IngestClient(service, key);
        Map<SendResult.Status, Integer> counts = new EnumMap<>(SendResult.Status.class);
        try (ProgressBar bar = bar(files.size())) {
            for (FrameFile file : files) {
                SendResult result = client.send(file.with(asked()));
                counts.merge(result.status(), 1, Integer::sum);
                if (result.reason() != null) {
                    err.println(result.reason());
                }
                bar.step();
            }
        }
        return counts;
    }

    private Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        put(asked, "purpose", purpose == null ? null : purpose.name().toLowerCase(Locale.ROOT));
        put(asked, "target", target);
        put(asked, "palette", palette);
        return asked;
    }

    private static void put(Map<String, String> asked, String name, @Nullable String value) {
        if (value != null) {
            asked.put(name, value);
        }
    }

    private static ProgressBar bar(int files) {
        return new ProgressBarBuilder()
                .setTaskName("Frames")
                .setInitialMax(files)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .build();
    }

    private static String summary(Map<SendResult.Status, Integer> counts) {
        StringBuilder summary = new StringBuilder();
        for (SendResult.Status status : SendResult.Status.values()) {
            summary.append(summary.isEmpty() ? "" : ", ")
                    .append(counts.getOrDefault(status, 0))
                    .append(' ')
                    .append(status.name().toLowerCase(Locale.ROOT));
        }
        return summary.toString();
    }
}
