package io.astrochrome.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.trainer.run.RunEvent;
import io.astrochrome.trainer.run.RunOutcome;
import io.astrochrome.trainer.run.ValidationFigures;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    private static final ValidationFigures FIGURES = new ValidationFigures(0.5, -0.25, 30, 28, 0.75, Optional.empty());

    private final StringWriter screen = new StringWriter();
    private final TerminalProgress progress = new TerminalProgress(new PrintWriter(screen), true);

    @AfterEach
    void close() {
        progress.close();
    }

    private static RunEvent.Stepped step(long step, double total) {
        Map<String, Double> losses = new LinkedHashMap<>();
        losses.put("total", total);
        losses.put("critic.gradientNorm", 9.0);
        return new RunEvent.Stepped(step, 100, "warm-up", losses, 2.5, Duration.ofSeconds(3723));
    }

    private List<String> lines() {
        return screen.toString().lines().toList();
    }

    @Test
    void theFirstStepIsALineWithLossesTimeAndPace() {
        progress.heard(step(0, 0.5));

        assertThat(lines()).containsExactly("step 0: warm-up  total 0.5000  1:02:03 left  2.50 steps/s");
    }

    @Test
    void stepsThatFollowSoonAreNotALineEach() {
        for (int step = 0; step < 50; step++) {
            progress.heard(step(step, 1));
        }

        assertThat(lines()).hasSize(1);
    }

    @Test
    void whatHappensIsALineAtOnce() {
        progress.heard(new RunEvent.Started(0, 100, false));
        progress.heard(new RunEvent.Validated(10, FIGURES, true));
        progress.heard(new RunEvent.Validated(20, FIGURES, false));
        progress.heard(new RunEvent.ModelExported(20, Path.of("best.onnx"), FIGURES));
        progress.heard(new RunEvent.Warned(21, "the disk is nearly full"));

        assertThat(lines())
                .containsExactly(
                        "step 10: gain +0.50 dB mean, -0.25 pooled, colourfulness 0.75 of the truth's, the best so far",
                        "step 20: gain +0.50 dB mean, -0.25 pooled, colourfulness 0.75 of the truth's",
                        "step 20: model written to best.onnx",
                        "step 21: the disk is nearly full");
    }

    @Test
    void whatWasMeasuredLastIsPartOfTheLine() {
        progress.heard(new RunEvent.Validated(0, FIGURES, true));
        progress.heard(step(1, 0.5));

        assertThat(lines().get(1))
                .startsWith("step 1: warm-up  total 0.5000  gain +0.50 dB mean, -0.25 pooled, colourfulness 0.75");
    }

    @Test
    void aRunThatGoesOnSaysFromWhere() {
        progress.heard(new RunEvent.Started(40, 100, true));

        assertThat(lines()).containsExactly("resumed after step 40");
    }

    @Test
    void theEndSaysWhyAndWhereTheModelIs() {
        progress.heard(new RunEvent.Ended(
                100, new RunOutcome(RunOutcome.End.FINISHED, "the recipe is done", Path.of("best.onnx"), FIGURES)));
        progress.heard(
                new RunEvent.Ended(7, new RunOutcome(RunOutcome.End.FAILED, "a loss is not finite", null, null)));

        assertThat(lines())
                .containsExactly(
                        "step 100: finished: the recipe is done",
                        "The best model is best.onnx",
                        "step 7: failed: a loss is not finite");
    }

    @Test
    void digitsAreTheSameWherePeopleWriteOthers() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            progress.heard(step(0, 0.5));
        } finally {
            Locale.setDefault(before);
        }

        assertThat(lines()).containsExactly("step 0: warm-up  total 0.5000  1:02:03 left  2.50 steps/s");
    }
}
