package io.astrochrome.trainer.cli;

import io.astrochrome.events.Purpose;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.trainer.data.DataException;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.evaluate.ChromaPredictor;
import io.astrochrome.trainer.evaluate.ContactSheet;
import io.astrochrome.trainer.evaluate.Evaluation;
import io.astrochrome.trainer.evaluate.EvaluationCrop;
import io.astrochrome.trainer.evaluate.EvaluationReport;
import io.astrochrome.trainer.evaluate.LpipsDistance;
import io.astrochrome.trainer.evaluate.ModelPredictor;
import io.astrochrome.trainer.evaluate.PerceptualDistance;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./run evaluate}: measures a model on a folder of pictures. */
@Command(
        name = "evaluate",
        description = "Measures a model's gain over grey on a folder of colour pictures.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:measured", "2:the command line, the model or the data are wrong"})
public final class EvaluateCommand implements Callable<Integer> {
    private static final int WRONG = 2;

    @Option(
            names = {"-m", "--model"},
            paramLabel = "FILE",
            description = "ONNX model; without it only the predictions that know nothing are measured")
    private Path model;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            defaultValue = "validation",
            description = "train or validation (default: ${DEFAULT-VALUE})")
    private String split;

    @Option(
            names = "--side",
            paramLabel = "PX",
            defaultValue = "224",
            description = "side of the centre crops, a multiple of 32 (default: ${DEFAULT-VALUE})")
    private int side;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there as JSON")
    private Path json;

    @Option(
            names = "--contact-sheet",
            paramLabel = "FILE",
            description = "write a PNG there: grey, predicted, true, side by side")
    private Path contactSheet;

    @Option(
            names = "--contact-pictures",
            paramLabel = "N",
            defaultValue = "36",
            description = "pictures on the contact sheet (default: ${DEFAULT-VALUE})")
    private int contactPictures;

    @Option(
            names = "--lpips",
            paramLabel = "FILE",
            description = "LPIPS weights (squeeze, safetensors); without them LPIPS is not measured")
    private Path lpips;

    @Spec
    private CommandSpec spec;

    /** Runs the command and leaves the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EvaluateCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        try {
            evaluate(spec.commandLine().getOut());
            return 0;
        } catch (IOException | ModelRejectedException | IllegalArgumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return WRONG;
        }
    }

    private void evaluate(PrintWriter screen) throws IOException, ModelRejectedException {
        Purpose purpose = purpose();
        EvaluationCrop crop = new EvaluationCrop(side);
        PictureSet pictures = data.load(screen);
        PictureSet measured = pictures.of(purpose);
        if (measured.size() == 0) {
            throw new DataException("there are no pictures of the split " + split);
        }
        List<ChromaPredictor> predictors = new ArrayList<>(Evaluation.baselines(pictures.of(Purpose.TRAIN)));
        if (model == null) {
            measure(screen, measured, crop, predictors);
            return;
        }
        try (ColourModel loaded = ColourModel.load(model, SessionSettings.DEFAULT)) {
            ChromaPredictor predictor = new ModelPredictor(loaded);
            predictors.add(predictor);
            measure(screen, measured, crop, predictors);
            if (contactSheet != null) {
                new ContactSheet(crop, predictor).write(measured, contactPictures, contactSheet);
                screen.println("contact sheet: " + contactSheet);
            }
        }
    }

    private void measure(PrintWriter screen, PictureSet measured, EvaluationCrop crop, List<ChromaPredictor> predictors)
            throws IOException {
        EvaluationReport report = new Evaluation(measured, crop, distance()).measure(predictors);
        screen.print(report.toTable());
        screen.flush();
        if (json != null) {
            Files.writeString(json, report.toJson());
        }
    }

    private PerceptualDistance distance() throws IOException {
        return lpips == null ? PerceptualDistance.NONE : LpipsDistance.load(lpips);
    }

    private Purpose purpose() {
        return switch (split.toLowerCase(Locale.ROOT)) {
            case "train" -> Purpose.TRAIN;
            case "validation" -> Purpose.VALIDATION;
            default -> throw new IllegalArgumentException("--split must be train or validation, not " + split);
        };
    }
}
