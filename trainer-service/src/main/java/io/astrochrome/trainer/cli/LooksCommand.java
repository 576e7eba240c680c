package io.astrochrome.trainer.cli;

import io.astrochrome.events.Purpose;
import io.astrochrome.imaging.decode.FileTrouble;
import io.astrochrome.storage.Sha256;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.engine.WrongEngineException;
import io.astrochrome.trainer.export.ExportRefusedException;
import io.astrochrome.trainer.recipe.Recipe;
import io.astrochrome.trainer.recipe.Recipes;
import io.astrochrome.trainer.run.BaseModel;
import io.astrochrome.trainer.run.LookMaker;
import io.astrochrome.trainer.run.RunException;
import io.astrochrome.trainer.run.SourceCommit;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./run looks}: gives a model looks to choose from. */
@Command(
        name = "looks",
        description = {
            "Gives a model looks to choose from, learnt from pictures and begun from those that a recipe names, and how likely"
                    + " each look is for what a frame shows.",
            "The network stays as it is."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the model is written",
            "1:it was refused, because it does not do what it should; nothing is written",
            "2:the command line, the recipe, the model or the data are wrong"
        })
public final class LooksCommand implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final int WRONG = 2;

    @Option(names = "--from", required = true, paramLabel = "MODEL", description = "the model (ONNX, of one part)")
    private Path from;

    @Option(
            names = {"-r", "--recipe"},
            defaultValue = "looks",
            paramLabel = "RECIPE",
            description = "recipe with looks, whose network is the model's; name or file (default: ${DEFAULT-VALUE})")
    private String recipe;

    @Mixin
    private DataOptions data;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "where the model goes")
    private Path out;

    @Spec
    private CommandSpec spec;

    /** Runs the command and leaves the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LooksCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        try {
            make(spec.commandLine().getOut());
            return 0;
        } catch (ExportRefusedException | RunException | WrongEngineException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return REFUSED;
        } catch (IOException | IllegalArgumentException e) {
            spec.commandLine().getErr().println(FileTrouble.sentence(e));
            return WRONG;
        }
    }

    private void make(PrintWriter screen) throws IOException {
        Recipe chosen = Recipes.find(recipe);
        PictureSet pictures = data.load(screen);
        new LookMaker(chosen, pictures.of(Purpose.TRAIN), pictures.of(Purpose.VALIDATION), SourceCommit.commit())
                .make(new BaseModel(Sha256.of(from), from), out, line -> {
                    screen.println(line);
                    screen.flush();
                });
        screen.println("model written to " + out);
    }
}
