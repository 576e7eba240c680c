package io.astrochrome.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.quality.GainOverGrey;
import io.astrochrome.imaging.quality.Quality;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummarisingTest {
    private static PictureScore score(int number, String group, double error, double greyError) {
        return new PictureScore(
                "p" + number,
                group,
                "nebula",
                new Quality(new GainOverGrey(error, greyError, 1, 2), 1, 1, 2, 3),
                Double.NaN,
                new SkyTint(1, 0, 0),
                Double.NaN,
                number == 1 ? Double.NaN : number,
                new double[0]);
    }

    @Test
    void pooledIsThePsnrOfTheMeanErrorAndNotTheMeanPsnr() {
        PredictionScores summary = Summarising.of(List.of(score(1, "", 0.001, 0.01), score(2, "", 0.1, 0.1)));

        assertThat(summary.psnrMean()).isEqualTo(20, within(1e-9));
        assertThat(summary.psnrPooled()).isEqualTo(-10 * Math.log10(0.0505), within(1e-9));
        assertThat(summary.meanGain().value()).isEqualTo(5, within(1e-9));
    }

    @Test
    void theIntervalHoldsTheFigureAndNarrowsWithMorePictures() {
        PredictionScores few = Summarising.of(scores(10, 10));
        PredictionScores many = Summarising.of(scores(400, 400));

        assertThat(few.meanGain().value())
                .isBetween(few.meanGain().low(), few.meanGain().high());
        assertThat(width(many.meanGain())).isLessThan(width(few.meanGain()) / 2);
    }

    @Test
    void picturesOfOneGroupAreNoIndependentWitnesses() {
        assertThat(width(Summarising.of(scores(200, 4)).meanGain()))
                .isGreaterThan(width(Summarising.of(scores(200, 200)).meanGain()));
    }

    @Test
    void aPerfectPictureKeepsTheMeanFinite() {
        PictureScore perfect = new PictureScore(
                "p",
                "",
                "",
                new Quality(new GainOverGrey(0, 0.001, 1, 1), 1, 1, 0, 3),
                Double.NaN,
                new SkyTint(0, 0, 0),
                Double.NaN,
                Double.NaN,
                new double[0]);

        assertThat(Summarising.of(List.of(perfect)).psnrMean()).isEqualTo(100);
    }

    @Test
    void theSpreadOfHuesIsThatOfTheMedianPictureWhoseHuesDiffer() {
        List<PictureScore> scores = List.of(score(1, "", 1, 1), score(2, "", 1, 1), score(3, "", 1, 1));

        assertThat(Summarising.of(scores).hueSpreadRatio()).isEqualTo(2.5, within(1e-9));
        assertThat(Summarising.of(scores.subList(0, 1)).hueSpreadRatio()).isNaN();
    }

    private static List<PictureScore> scores(int count, int groups) {
        List<PictureScore> scores = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int group = i % groups;
            scores.add(score(i, "g" + group, 0.001 * (1 + group % 7), 0.005));
        }
        return scores;
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }
}
