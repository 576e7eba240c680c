package io.astrochrome.colorize.cli;

import io.astrochrome.colorize.composing.FramePictures;
import io.astrochrome.colorize.composing.SoftwareVersion;
import io.astrochrome.colorize.model.ModelFiles;
import io.astrochrome.imaging.decode.FileTrouble;
import io.astrochrome.imaging.write.PictureSettings;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What the commands that make pictures of files have in common: where those go, by which model, on how many threads, how
 * much is said, and how such a command starts and fails.
 */
public final class FileRun {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "Folder for the pictures; made where there is none.")
    private Path output;

    @Option(
            names = {"-m", "--model"},
            paramLabel = "NAME|FILE",
            description =
                    "A model of deploy/models by its name, an ONNX file, or a folder of which champion.onnx or else the last"
                            + " by name is taken. Default: champion.")
    private @Nullable Path model;

    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = {"-q", "--quiet"},
            description = "Say only what could not be done.")
    private boolean quiet;

    @Option(
            names = {"-t", "--threads"},
            paramLabel = "N",
            description = "Threads for the network, for composing and for compression. Default: one per processor.")
    private void threads(int number) {
        if (number < 1) {
            throw new ParameterException(spec.commandLine(), "--threads must be at least 1, not " + number);
        }
        threads = number;
    }

    /** Runs a command, without the log of libraries, and ends the JVM with its exit code. */
    public static void main(CommandLine line, String[] arguments) {
        // What the FITS library says of a damaged file is said again, in a sentence, by the command.
        LibraryLogs.from(Level.OFF, "nom.tam");
        System.exit(line.execute(arguments));
    }

    /** The command, which says a failure in a sentence. */
    public static CommandLine line(Object command) {
        return new CommandLine(command).setExecutionExceptionHandler((failure, line, parsed) -> {
            line.getErr().println(line.getCommandName() + ": " + FileTrouble.sentence(failure));
            return line.getCommandSpec().exitCodeOnExecutionException();
        });
    }

    /** The folder for the pictures, as it was given; it need not be there. */
    public Path output() {
        return output;
    }

    /** Whether only what could not be done is to be said. */
    public boolean quiet() {
        return quiet;
    }

    /** Whether a model was asked for. */
    public boolean namesModel() {
        return model != null;
    }

    /**
     * The model that was asked for, else the one that ships; the caller closes it.
     *
     * @throws java.nio.file.NoSuchFileException where there is none, with a reason that says where was looked
     */
    public ColourModel loadModel() throws IOException, ModelRejectedException {
        return ColourModel.load(
                ModelFiles.find(model != null ? model : ModelFiles.shipped()),
                new SessionSettings(threads, 1, true, false));
    }

    /** Makes pictures on the threads that were asked for. */
    public FramePictures pictures() {
        return new FramePictures(PictureSettings.DEFAULT.withThreads(threads));
    }

    /** Makes the folder for the pictures where there is none; it can be written into. */
    public void makeOutput() {
        try {
            Files.createDirectories(output);
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "-o " + output + " is not a folder and cannot be made: " + FileTrouble.of(e),
                    e);
        }
        if (!Files.isWritable(output)) {
            throw new ParameterException(
                    spec.commandLine(), "-o " + output + " cannot be written into: permission denied");
        }
    }

    /** Says, after the command's name, what could not be done. */
    public void fail(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(spec.name() + ": " + sentence);
        err.flush();
    }

    /** Says what was done, unless it is to be quiet. */
    public void say(String sentence) {
        if (!quiet) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(sentence);
            out.flush();
        }
    }

    /** For {@code --version}. */
    public static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Astrochrome " + SoftwareVersion.CURRENT};
        }
    }
}
