package io.astrochrome.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreSheetTest {
    private static final ScoreSheet SHEET = new ScoreSheet(
            "light",
            List.of(
                    Scores.of("a", "m31", "galaxy", 3),
                    Scores.of("b", "m42", "nebula", -1),
                    Scores.of("c", "m31", "galaxy", 1),
                    Scores.of("d", "", "", 5),
                    Scores.of("e", "", "nebula", 0)),
            12.5);

    @Test
    void allComesFirstThenTheClassesThenThoseThatAreNotAlone() {
        assertThat(SHEET.summaries().keySet())
                .containsExactly(EvaluationReport.ALL, "galaxy", "nebula", EvaluationReport.GROUPED);
        assertThat(SHEET.summaries().values())
                .extracting(PredictionScores::pictures)
                .containsExactly(5, 2, 2, 2);
    }

    @Test
    void theFrechetDistanceIsOfAllPicturesAlone() {
        assertThat(SHEET.summaries().values())
                .extracting(PredictionScores::frechet)
                .containsExactly(12.5, Double.NaN, Double.NaN, Double.NaN);
    }

    @Test
    void aClassHasTheMeanOfItsOwnPictures() {
        assertThat(SHEET.summaries().get("galaxy").meanGain().value()).isEqualTo(2, within(1e-9));
        assertThat(SHEET.summaries().get("nebula").meanGain().value()).isEqualTo(-0.5, within(1e-9));
        assertThat(SHEET.summaries().get(EvaluationReport.ALL).psnrMean()).isEqualTo(21.6, within(1e-9));
        assertThat(SHEET.summaries().get(EvaluationReport.ALL).psnrMedian()).isEqualTo(21, within(1e-9));
    }

    @Test
    void picturesWithoutAGroupAreAlone() {
        ScoreSheet alone =
                new ScoreSheet("light", List.of(Scores.of("a", "", "", 1), Scores.of("b", "", "", 2)), Double.NaN);

        assertThat(alone.summaries()).containsOnlyKeys(EvaluationReport.ALL);
    }

    @Test
    void theWorstComeFirstAndNoMoreThanAreAskedFor() {
        assertThat(SHEET.worst(3).keySet()).containsExactly("b", "e", "c");
        assertThat(SHEET.worst(1).get("b")).isEqualTo(-1, within(1e-9));
        assertThat(SHEET.worst(99)).hasSize(5);
        assertThat(SHEET.worst(0)).isEmpty();
    }

    @Test
    void sheetsOfOtherPicturesAreNotHeldAgainstEachOther() {
        ScoreSheet fewer = new ScoreSheet("vivid", SHEET.scores().subList(0, 4), Double.NaN);
        ScoreSheet swapped =
                new ScoreSheet("vivid", List.of(Scores.of("b", "", "", 0), Scores.of("a", "", "", 0)), Double.NaN);
        ScoreSheet ordered =
                new ScoreSheet("light", List.of(Scores.of("a", "", "", 0), Scores.of("b", "", "", 0)), Double.NaN);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SHEET.meanGainOver(fewer))
                .withMessage("light and vivid were measured on different pictures");
        assertThatIllegalArgumentException().isThrownBy(() -> ordered.pooledGainOver(swapped));
    }

    @Test
    void theDifferenceIsThatOfTheMeansAndOfThePooledErrors() {
        ScoreSheet better =
                new ScoreSheet("better", List.of(Scores.of("a", "", "", 4), Scores.of("b", "", "", 10)), Double.NaN);
        ScoreSheet grey =
                new ScoreSheet("grey", List.of(Scores.of("a", "", "", 0), Scores.of("b", "", "", 0)), Double.NaN);
        double pooled = -10 * Math.log10((Math.pow(10, -0.4) + Math.pow(10, -1)) / 2);

        assertThat(better.meanGainOver(grey).value()).isEqualTo(7, within(1e-9));
        assertThat(better.pooledGainOver(grey).value()).isEqualTo(pooled, within(1e-9));
        assertThat(grey.meanGainOver(better).value()).isEqualTo(-7, within(1e-9));
        assertThat(better.meanGainOver(grey).low()).isEqualTo(4, within(1e-9));
        assertThat(better.meanGainOver(grey).high()).isEqualTo(10, within(1e-9));
    }
}
