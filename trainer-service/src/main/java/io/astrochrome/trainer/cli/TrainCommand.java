package io.astrochrome.trainer.cli;

import io.astrochrome.events.Purpose;
import io.astrochrome.imaging.decode.FileTrouble;
import io.astrochrome.storage.Sha256;
import io.astrochrome.trainer.data.CurationReport;
import io.astrochrome.trainer.data.DataException;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.engine.WrongEngineException;
import io.astrochrome.trainer.recipe.Recipe;
import io.astrochrome.trainer.recipe.Recipes;
import io.astrochrome.trainer.run.BaseModel;
import io.astrochrome.trainer.run.RunBudget;
import io.astrochrome.trainer.run.RunException;
import io.astrochrome.trainer.run.RunOutcome;
import io.astrochrome.trainer.run.RunPlan;
import io.astrochrome.trainer.run.SourceCommit;
import io.astrochrome.trainer.run.TrainingRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./run train}: trains a recipe on a folder of pictures. */
@Command(
        name = "train",
        description = "Trains a colouriser on a folder of colour pictures.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the recipe is done, or the budget is spent (go on with --resume)",
            "1:the run failed; its last good checkpoint is kept",
            "2:the command line, the recipe or the data are wrong"
        })
public final class TrainCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int WRONG = 2;

    @Option(
            names = {"-r", "--recipe"},
            required = true,
            paramLabel = "RECIPE",
            description = "name of a recipe, or a recipe file")
    private String recipe;

    @Mixin
    private DataOptions data;

    @Option(
            names = {"-w", "--weights"},
            paramLabel = "DIR",
            description = "folder of the pre-trained weights that the recipe names")
    private @Nullable Path weights;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "where checkpoints and models go (default: .astrochrome/runs/RECIPE)")
    private @Nullable Path out;

    @Option(names = "--minutes", paramLabel = "N", description = "stop after so many minutes")
    private @Nullable Double minutes;

    @Option(names = "--steps", paramLabel = "N", description = "stop at this step of the run")
    private @Nullable Long steps;

    @Option(
            names = "--from",
            paramLabel = "MODEL",
            description =
                    "begin with the values of this model (ONNX, of one part) instead of those that the recipe names")
    private @Nullable Path from;

    @Option(names = "--resume", description = "go on from the last checkpoint in --out")
    private boolean resume;

    @Option(
            names = "--checkpoint-minutes",
            paramLabel = "N",
            defaultValue = "5",
            description = "minutes between checkpoints (default: ${DEFAULT-VALUE})")
    private double checkpointMinutes;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads of the arithmetic (default: one for each processor)")
    private @Nullable Integer threads;

    @Option(
            names = "--batch-threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "threads that prepare views (default: ${DEFAULT-VALUE})")
    private int batchThreads;

    @Option(names = "--plain", description = "lines instead of a progress bar")
    private boolean plain;

    @Spec
    private CommandSpec spec;

    /** Runs the command and leaves the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TrainCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            return train();
        } catch (RunException | WrongEngineException e) {
            err.println("The run failed: " + e.getMessage());
            return FAILED;
        } catch (IOException | IllegalArgumentException e) {
            err.println(FileTrouble.sentence(e));
            return WRONG;
        }
    }

    private int train() throws IOException {
        Recipe chosen = Recipes.find(recipe);
        NativeThreads.use(threads);
        PrintWriter screen = spec.commandLine().getOut();
        PictureSet pictures = data.load(screen);
        CurationReport curated = chosen.data().curation().apply(pictures.of(Purpose.TRAIN));
        if (curated.kept().size() == 0) {
            throw new DataException("there is nothing to learn from: " + curated.summary());
        }
        Path folder = out == null ? Path.of(".astrochrome", "runs", chosen.name()) : out;
        RunPlan plan = new RunPlan(
                chosen.name() + "-" + chosen.hash().substring(0, 12),
                chosen,
                curated.kept(),
                pictures.of(Purpose.VALIDATION),
                weights,
                folder,
                resume,
                budget(),
                Duration.ofMillis(Math.round(checkpointMinutes * 60_000)),
                batchThreads,
                SourceCommit.commit(),
                from == null ? null : new BaseModel(Sha256.of(from), from));
        screen.printf(Locale.ROOT, "%s: %s%n%s%n", chosen.name(), chosen.title(), curated.summary());
        screen.printf(
                Locale.ROOT,
                "recipe %s, %d pictures to learn from, %d to measure with, data %s, into %s%n",
                chosen.hash().substring(0, 12),
                plan.training().size(),
                plan.validation().size(),
                plan.training().hash().substring(0, 12),
                folder);
        screen.flush();
        try (TerminalProgress progress = new TerminalProgress(screen, plain)) {
            RunOutcome outcome =
                    FollowedRun.follow(new TrainingRun(plan, new CurveFile(folder, screen).and(progress)), screen);
            return outcome.end() == RunOutcome.End.FAILED ? FAILED : 0;
        }
    }

    private RunBudget budget() {
        return new RunBudget(
                minutes == null ? null : Duration.ofMillis(Math.round(minutes * 60_000)),
                steps == null ? Long.MAX_VALUE : steps);
    }
}
