package io.astrochrome.trainer.cli;

import io.astrochrome.imaging.decode.FileTrouble;
import io.astrochrome.trainer.export.ExportRefusedException;
import io.astrochrome.trainer.export.Views;
import io.astrochrome.trainer.recipe.Recipe;
import io.astrochrome.trainer.recipe.Recipes;
import io.astrochrome.trainer.run.ModelMaker;
import io.astrochrome.trainer.run.SourceCommit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./run export}: one model file of one or several checkpoints or models. */
@Command(
        name = "export",
        description = {
            "Makes one ONNX model of checkpoints, models and run folders (their best.onnx).",
            "Of several, and of one that is asked in several views, the colours are the mean, and an output named confidence"
                    + " says how far they agree."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the model is written",
            "1:it was refused, because it does not do what its members do; nothing is written",
            "2:the command line or a file are wrong"
        })
public final class ExportCommand implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final int WRONG = 2;

    @Parameters(
            arity = "1..*",
            paramLabel = "FROM",
            description = "a model (.onnx), a run's folder, or a checkpoint (.safetensors; name its recipe)")
    private List<Path> from;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "where the model goes")
    private Path out;

    @Option(
            names = "--views",
            paramLabel = "N",
            defaultValue = "1",
            description = "as what each is shown the picture: 1, 2 (mirrored), 4 (and upside down) or 8 (and turned);"
                    + " takes that many times as long (default: ${DEFAULT-VALUE})")
    private int views;

    @Option(
            names = {"-r", "--recipe"},
            paramLabel = "RECIPE",
            description = "the checkpoints' recipe, name or file")
    private @Nullable String recipe;

    @Option(
            names = {"-w", "--weights"},
            paramLabel = "DIR",
            description = "folder of the pre-trained weights that the recipe names")
    private @Nullable Path weights;

    @Option(names = "--name", paramLabel = "NAME", description = "the model's name (default: its members' names)")
    private @Nullable String name;

    @Option(
            names = "--licence",
            paramLabel = "TEXT",
            description = "the model's licence, an SPDX expression or a sentence (default: its members')")
    private @Nullable String licence;

    @Spec
    private CommandSpec spec;

    /** Runs the command and leaves the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ExportCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        try {
            Recipe chosen = recipe == null ? null : Recipes.find(recipe);
            ModelMaker maker = new ModelMaker(chosen, weights, SourceCommit.commit());
            maker.make(from, Views.of(views), new ModelMaker.Words(name, licence), out);
            spec.commandLine().getOut().println("model written to " + out);
            return 0;
        } catch (ExportRefusedException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return REFUSED;
        } catch (IOException | IllegalArgumentException e) {
            spec.commandLine().getErr().println(FileTrouble.sentence(e));
            return WRONG;
        }
    }
}
