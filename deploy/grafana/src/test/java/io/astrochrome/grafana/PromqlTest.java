package io.astrochrome.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.astrochrome.meters.Label;
import io.astrochrome.meters.Meter;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromqlTest {
    private static final List<Label> BY_STAGE = List.of(Label.STAGE);

    @Test
    void aSeriesIsTheMeterOrThoseThatMeetEveryCondition() {
        assertThat(Promql.series(Meter.FRAMES)).isEqualTo("astrochrome_frames_total");
        assertThat(Promql.series(
                        Meter.FRAMES, Promql.is(Label.STAGE, "colorize"), Promql.is(Label.OUTCOME, "quarantined")))
                .isEqualTo("astrochrome_frames_total{stage=\"colorize\", outcome=\"quarantined\"}");
    }

    @Test
    void theRateOfACounterIsItsOwnAndThatOfATimerOfHowOftenItWasTaken() {
        assertThat(Promql.rate(Meter.FRAMES, "5m", List.of())).isEqualTo("sum (rate(astrochrome_frames_total[5m]))");
        assertThat(Promql.rate(Meter.STEP, "5m", List.of(Label.STAGE, Label.STEP)))
                .isEqualTo("sum by (stage, step) (rate(astrochrome_step_seconds_count[5m]))");
    }

    @Test
    void anIncreaseIsOverTheWholeTime() {
        assertThat(Promql.increase(Meter.RETRIES, "1h", BY_STAGE, "stage=\"ingest\""))
                .isEqualTo("sum by (stage) (increase(astrochrome_retries_total{stage=\"ingest\"}[1h]))");
    }

    @Test
    void aMeanIsTheSumOverTheCountOfTheSameSeries() {
        assertThat(Promql.mean(Meter.STAGE, "5m", BY_STAGE))
                .isEqualTo("sum by (stage) (rate(astrochrome_stage_seconds_sum[5m]))"
                        + " / sum by (stage) (rate(astrochrome_stage_seconds_count[5m]))");
    }

    @Test
    void aGainIsWhatThePictureHasAboveGreyOverTheSameFrames() {
        String psnr = Meter.PSNR.prometheusName();
        String grey = Meter.GREY_PSNR.prometheusName();

        assertThat(Promql.gain("1h", List.of()))
                .isEqualTo("(sum (rate(" + psnr + "_sum[1h])) - sum (rate(" + grey + "_sum[1h]))) / sum (rate(" + psnr
                        + "_count[1h]))");
    }

    @Test
    void aQuantileKeepsTheBucketsLimitsBesideItsLabels() {
        assertThat(Promql.quantile(0.99, Meter.STAGE, "5m", BY_STAGE, "stage=\"colorize\""))
                .isEqualTo("histogram_quantile(0.99, sum by (le, stage)"
                        + " (rate(astrochrome_stage_seconds_bucket{stage=\"colorize\"}[5m])))");
    }

    @Test
    void whatHasNoBucketsHasNoQuantile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Promql.quantile(0.5, Meter.STEP, "5m", BY_STAGE))
                .withMessageContaining("has no buckets");
    }

    @Test
    void aLegendNamesTheValuesOfItsLabels() {
        assertThat(Promql.legend(Label.TARGET, Label.MODEL)).isEqualTo("{{target}} · {{model}}");
    }
}
