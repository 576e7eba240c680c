package io.astrochrome.trainer.cli;

import io.astrochrome.events.Purpose;
import io.astrochrome.imaging.decode.FileTrouble;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.trainer.card.ComparisonTable;
import io.astrochrome.trainer.card.MarkedSection;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.engine.WrongEngineException;
import io.astrochrome.trainer.evaluate.Evaluation;
import io.astrochrome.trainer.evaluate.EvaluationReport;
import io.astrochrome.trainer.evaluate.predict.ChromaPredictor;
import io.astrochrome.trainer.evaluate.predict.LabelledPredictor;
import io.astrochrome.trainer.evaluate.predict.ModelPredictor;
import io.astrochrome.trainer.evaluate.predict.PaletteChoice;
import io.astrochrome.trainer.run.RunBudget;
import io.astrochrome.trainer.run.RunException;
import io.astrochrome.trainer.run.RunOutcome;
import io.astrochrome.trainer.run.RunPlan;
import io.astrochrome.trainer.run.SourceCommit;
import io.astrochrome.trainer.run.TrainingRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./run compare}: several recipes at an equal budget, in one table. */
@Command(
        name = "compare",
        description = {
            "Trains several recipes for the same number of steps and measures them on the same pictures.",
            "A row is a recipe, or one with changes: light,augmentation.curve=0,phases[].side=96. Each phase keeps its share of the"
                    + " steps. Every other row is held against the first, with the interval of the paired difference.",
            "Interrupted, it goes on where it was: the same command again."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:compared",
            "1:a run failed, or was interrupted",
            "2:the command line, a recipe or the data are wrong"
        })
public final class CompareCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int WRONG = 2;

    @Parameters(arity = "1..*", paramLabel = "ROW", description = "RECIPE[,key=value]...")
    private List<String> rows;

    @Option(
            names = "--steps",
            required = true,
            paramLabel = "N",
            description = "steps of each run; of an adversarial phase, those of the critic")
    private int steps;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "a change of every row, such as phases[].batch=8; may be given again")
    private List<String> changes = new ArrayList<>();

    @Mixin
    private DataOptions data;

    @Option(
            names = {"-w", "--weights"},
            paramLabel = "DIR",
            description = "folder of the pre-trained weights that recipes name")
    private @Nullable Path weights;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "where runs go, a folder for each row")
    private Path out;

    @Option(names = "--table", paramLabel = "FILE", description = "write the table there (Markdown)")
    private @Nullable Path table;

    @Option(
            names = "--section",
            paramLabel = "FILE",
            description = "write the table into this document, between <!-- compare:start --> and <!-- compare:end -->")
    private @Nullable Path section;

    @Option(names = "--json", paramLabel = "FILE", description = "write all figures there as JSON")
    private @Nullable Path json;

    @Option(names = "--threads", paramLabel = "N", description = "threads of the arithmetic (default: all)")
    private @Nullable Integer threads;

    @Mixin
    private MeasureOptions measure;

    @Mixin
    private ContactOptions contact;

    @Spec
    private CommandSpec spec;

    /** Runs the command and leaves the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CompareCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            return compare(spec.commandLine().getOut());
        } catch (RunException e) {
            err.println("A run failed: " + e.getMessage());
            return FAILED;
        } catch (IOException | ModelRejectedException | IllegalArgumentException | WrongEngineException e) {
            err.println(FileTrouble.sentence(e));
            return WRONG;
        }
    }

    private int compare(PrintWriter screen) throws IOException, ModelRejectedException {
        List<ComparedRow> compared = new ArrayList<>();
        for (String row : rows) {
            compared.add(ComparedRow.parse(row, changes, steps));
        }
        NativeThreads.use(threads);
        PictureSet pictures = data.load(screen);
        PictureSet measured = measure.chosen(pictures);
        Map<ComparedRow, Path> models = new LinkedHashMap<>();
        for (ComparedRow row : compared) {
            screen.printf(Locale.ROOT, "row %d of %d: %s%n", models.size() + 1, compared.size(), row.label());
            screen.flush();
            RunOutcome outcome = train(row, pictures, screen);
            if (outcome.end() != RunOutcome.End.FINISHED || outcome.model().isEmpty()) {
                throw new RunException(row.label() + ": " + outcome.reason());
            }
            models.put(row, outcome.model().get());
        }
        report(screen, pictures, measured, models);
        return 0;
    }

    private RunOutcome train(ComparedRow row, PictureSet pictures, PrintWriter screen) throws IOException {
        Path folder = Files.createDirectories(out.resolve(row.folder()));
        RunPlan plan = new RunPlan(
                row.folder(),
                row.recipe(),
                row.recipe().data().curation().apply(pictures.of(Purpose.TRAIN)).kept(),
                pictures.of(Purpose.VALIDATION),
                weights,
                folder,
                true,
                RunBudget.UNLIMITED,
                Duration.ofMinutes(5),
                1,
                SourceCommit.commit());
        try (TerminalProgress progress = new TerminalProgress(screen, false)) {
            return FollowedRun.follow(new TrainingRun(plan, new CurveFile(folder, screen).and(progress)), screen);
        }
    }

    private void report(PrintWriter screen, PictureSet pictures, PictureSet measured, Map<ComparedRow, Path> models)
            throws IOException, ModelRejectedException {
        List<ColourModel> loaded = new ArrayList<>();
        Map<String, Double> megabytes = new LinkedHashMap<>();
        try {
            List<ChromaPredictor> predictors = new ArrayList<>();
            for (Map.Entry<ComparedRow, Path> entry : models.entrySet()) {
                ColourModel model = ColourModel.load(entry.getValue(), SessionSettings.DEFAULT);
                loaded.add(model);
                String label = entry.getKey().label();
                predictors.add(new LabelledPredictor(label, new ModelPredictor(model)));
                megabytes.put(label, Files.size(entry.getValue()) / 1e6);
                if (model.paletteSize() > 0) {
                    ModelPredictor guided = new ModelPredictor(model, new PaletteChoice.Own());
                    predictors.add(new LabelledPredictor(label + new PaletteChoice.Own().label(), guided));
                }
            }
            List<ChromaPredictor> all = new ArrayList<>(Evaluation.baselines(pictures.of(Purpose.TRAIN)));
            all.addAll(predictors);
            EvaluationReport report = measure.measure(measured, all);
            screen.print(report.toTable());
            write(screen, report, predictors, megabytes);
            contact.write(measured, measure.crop(), predictors, screen);
        } finally {
            loaded.forEach(ColourModel::close);
        }
    }

    private void write(
            PrintWriter screen,
            EvaluationReport report,
            List<ChromaPredictor> predictors,
            Map<String, Double> megabytes)
            throws IOException {
        List<String> names = predictors.stream().map(ChromaPredictor::name).toList();
        String text = new ComparisonTable(report, names, megabytes).toMarkdown()
                + "\n" + steps + " steps each; " + report.pictures() + " pictures of other objects, centre crops of "
                + report.side() + " px, of which grey has "
                + String.format(Locale.ROOT, "%.2f", report.all("grey").psnrMean())
                + " dB; intervals: bootstrap over objects; commit " + SourceCommit.commit() + ".\n";
        screen.println(text);
        if (table != null) {
            Files.writeString(table, text);
        }
        if (section != null) {
            new MarkedSection(section, "compare").write(text);
        }
        if (json != null) {
            Files.writeString(json, report.toJson());
        }
    }
}
