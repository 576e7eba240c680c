package io.astrochrome.trainer.cli;

import io.astrochrome.events.Purpose;
import io.astrochrome.imaging.decode.FileTrouble;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.engine.WrongEngineException;
import io.astrochrome.trainer.evaluate.Evaluation;
import io.astrochrome.trainer.evaluate.EvaluationReport;
import io.astrochrome.trainer.evaluate.predict.ChromaPredictor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
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
import picocli.CommandLine.Spec;

/** {@code ./run evaluate}: measures a model on a folder of pictures. */
@Command(
        name = "evaluate",
        description = "Measures the gain over grey of one or several models on a folder of colour pictures.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:measured", "2:the command line, the model or the data are wrong"})
public final class EvaluateCommand implements Callable<Integer> {
    private static final int WRONG = 2;

    @Option(
            names = {"-m", "--model"},
            paramLabel = "FILE",
            description = "ONNX model; may be given again, with models of other names; without it only the predictions"
                    + " that know nothing are measured")
    private List<Path> models = new ArrayList<>();

    @Mixin
    private DataOptions data;

    @Mixin
    private MeasureOptions measure;

    @Option(
            names = "--palette",
            paramLabel = "KIND",
            split = ",",
            defaultValue = "none",
            description =
                    "what a model with a palette is steered with, one or several of none, own (of the true picture, and where it is in a turned view of it),"
                            + " neighbour (of another picture of its group, trusted as the stream trusts it; a picture that is alone in it"
                            + " is left unguided), followed (the same, trusted altogether), known (the look that is likeliest for the class of what it shows), looks (each of its looks, and the"
                            + " best of the first six for each picture) (default: ${DEFAULT-VALUE})")
    private List<PaletteKind> palettes;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there as JSON")
    private @Nullable Path json;

    @Mixin
    private ContactOptions contact;

    @Mixin
    private CardOptions card;

    @Spec
    private CommandSpec spec;

    /** Runs the command and leaves the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new EvaluateCommand()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() {
        try {
            evaluate(spec.commandLine().getOut());
            return 0;
        } catch (IOException | ModelRejectedException | IllegalArgumentException | WrongEngineException e) {
            spec.commandLine().getErr().println(FileTrouble.sentence(e));
            return WRONG;
        }
    }

    private void evaluate(PrintWriter screen) throws IOException, ModelRejectedException {
        card.check(models);
        PictureSet pictures = data.load(screen);
        PictureSet measured = measure.chosen(pictures);
        List<ChromaPredictor> predictors = new ArrayList<>(Evaluation.baselines(pictures.of(Purpose.TRAIN)));
        try (LoadedModels loaded = LoadedModels.load(models)) {
            List<ChromaPredictor> own = loaded.predictors(palettes, measured);
            predictors.addAll(own);
            EvaluationReport report = measure(screen, measured, predictors);
            if (!models.isEmpty() && palettes.contains(PaletteKind.LOOKS)) {
                loaded.differences(measured, measure.crop()).forEach(screen::println);
            }
            if (!models.isEmpty()) {
                contact.write(measured, measure.crop(), own, screen);
                card.write(data.folder(), loaded, report, screen);
            }
        }
    }

    private EvaluationReport measure(PrintWriter screen, PictureSet measured, List<ChromaPredictor> predictors)
            throws IOException {
        EvaluationReport report = measure.measure(measured, predictors);
        screen.print(report.toTable());
        screen.flush();
        if (json != null) {
            Files.writeString(json, report.toJson());
        }
        return report;
    }
}
