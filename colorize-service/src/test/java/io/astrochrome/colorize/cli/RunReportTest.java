package io.astrochrome.colorize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.colorize.replay.ReplayFigures;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.testkit.model.TinyModel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RunReportTest {
    private static final Path FRAME = Path.of("night/m31.fits");
    private static final Path STEM = Path.of("out/m31-2");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine line =
            new CommandLine(new ColorizeCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    private ColourModel tiny() throws Exception {
        return ColourModel.load(TinyModel.named("tiny").write(folder.resolve("tiny.onnx")), SessionSettings.cpu(1));
    }

    private void ended(RunReport report, ColorizeOutcome outcome) {
        report.next(FRAME);
        report.ended(FRAME, STEM, outcome);
    }

    @Test
    void saysWhatAFrameBecameAndWhatToKnowOfIt() {
        try (RunReport report = new RunReport(line, 2, false)) {
            ended(report, new ColorizeOutcome.Coloured(4000, 3000, true, List.of("has three pictures in it")));
            ended(report, new ColorizeOutcome.Coloured(40, 30, false, List.of()));

            assertThat(report.refusals()).isZero();
        }

        assertThat(out.toString().lines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .matches("m31.fits \\(4000 x 3000\\) -> m31-2.png, .jpg, .fits in \\d+\\.\\d s"),
                        second -> assertThat(second).isEqualTo("  m31.fits: has three pictures in it"),
                        third ->
                                assertThat(third).matches("m31.fits \\(40 x 30\\) -> m31-2.png, .jpg in \\d+\\.\\d s"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void countsWhatWasRefusedAndSaysItWhereFailuresAreSaid() {
        try (RunReport report = new RunReport(line, 3, false)) {
            ended(report, new ColorizeOutcome.Refused("m31.fits is cut off"));
            ended(report, new ColorizeOutcome.OwnPicture());
            report.refused("there is no frame in x");

            assertThat(report.refusals()).isEqualTo(2);
        }

        assertThat(err.toString().lines())
                .containsExactly("colorize: m31.fits is cut off", "colorize: there is no frame in x");
        assertThat(out.toString().lines()).containsExactly("m31.fits skipped: made by Astrochrome");
    }

    @Test
    void beingQuietItNamesOnlyWhatCouldNotBeDone() throws Exception {
        try (RunReport report = new RunReport(line, 2, true);
                ColourModel model = tiny()) {
            report.begin(model);
            ended(report, new ColorizeOutcome.Coloured(4000, 3000, true, List.of("a note")));
            ended(report, new ColorizeOutcome.OwnPicture());
            ended(report, new ColorizeOutcome.Refused("m31.fits is cut off"));
        }

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).containsExactly("colorize: m31.fits is cut off");
    }

    @Test
    void saysWhichModelColoursAndWhere() throws Exception {
        try (RunReport report = new RunReport(line, 1, false);
                ColourModel model = tiny()) {
            report.begin(model);

            assertThat(out.toString())
                    .startsWith("Model tiny (" + model.modelId().substring(0, 12) + ") on CPU: ");
        }
    }

    @Test
    void aReplayEndsWithItsFigures() throws Exception {
        try (ReplayReport loud = new ReplayReport(line, false);
                ReplayReport quiet = new ReplayReport(line, true);
                ColourModel model = tiny()) {
            String tiny = "tiny (" + model.modelId().substring(0, 12) + ")";
            loud.ends(model, new ReplayFigures(5, 1, 2, 0.5));
            loud.ends(model, new ReplayFigures(5, 0, 0, Double.NaN));
            quiet.ends(model, new ReplayFigures(5, 0, 0, Double.NaN));
            quiet.refused("m31.fits", "it is cut off");

            assertThat(out.toString().lines())
                    .containsExactly(
                            "5 frames coloured by " + tiny
                                    + ", 1 refused; gain over grey 0.50 dB on average over the 2 whose true colours are known",
                            "5 frames coloured by " + tiny + ", 0 refused");
            assertThat(err.toString().lines()).containsExactly("replay: m31.fits: it is cut off");
        }
    }
}
