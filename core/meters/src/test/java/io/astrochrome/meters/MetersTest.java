package io.astrochrome.meters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("deprecation") // of the two registries for Prometheus, this is the one that Quarkus has
class MetersTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Meters meters = new Meters(registry);

    /** As the services show it: without the comma that the older format has after the last label. */
    private String scrape() {
        return registry.scrape().replace(",}", "}");
    }

    @ParameterizedTest
    @EnumSource
    void eachIsSeenUnderTheNameThatTheListSays(Meter meter) {
        String[] labels =
                meter.labels().stream().map(label -> "some " + label.key()).toArray(String[]::new);

        switch (meter.kind()) {
            case COUNTER -> meters.count(meter, labels);
            case GAUGE -> meters.set(meter, 3, labels);
            case SUMMARY -> meters.record(meter, 3, labels);
            case TIMER, HISTOGRAM -> meters.time(meter, Duration.ofSeconds(3), labels);
        }

        String seen =
                switch (meter.kind()) {
                    case COUNTER, GAUGE -> "";
                    case SUMMARY, TIMER, HISTOGRAM -> "_sum";
                };
        String values = meter.labels().stream()
                .map(Label::key)
                .sorted()
                .map(key -> key + "=\"some " + key + "\"")
                .reduce((one, other) -> one + "," + other)
                .map(all -> "{" + all + "}")
                .orElse("");
        assertThat(scrape()).contains("\n" + meter.prometheusName() + seen + values + " ");
        if (meter.kind() == Kind.HISTOGRAM) {
            assertThat(scrape()).contains(meter.prometheusName() + "_bucket{");
        }
    }

    @Test
    void namesFollowPrometheusRules() {
        assertThat(Arrays.stream(Meter.values()).map(Meter::prometheusName))
                .doesNotHaveDuplicates()
                .allMatch(Pattern.compile("astrochrome_[a-z][a-z0-9]*(_[a-z0-9]+)*")
                        .asMatchPredicate())
                .noneMatch(name -> name.matches(".*_(milliseconds|millis|ms|megabytes|mb|percent)(_total)?"));
    }

    @Test
    void strangersTargetsAreCountedAsOther() {
        var few = new Meters(registry, Map.of(Label.TARGET, 2));
        for (int i = 0; i < 1000; i++) {
            few.time(Meter.END_TO_END, Duration.ofMillis(1), "target " + i);
        }

        assertThat(scrape()).contains("end_to_end_seconds_count{target=\"other\"} 998");
        assertThat(registry.getMeters()).hasSize(3);
    }

    @Test
    void figuresThatNoSumCanTakeAreLeftOutOfAMean() {
        meters.record(Meter.PSNR, 30, "m", "t");
        meters.record(Meter.PSNR, Double.POSITIVE_INFINITY, "m", "t");
        meters.record(Meter.PSNR, Double.NaN, "m", "t");
        meters.record(Meter.PSNR, -1, "m", "t");

        assertThat(scrape())
                .contains(
                        "psnr_decibels_count{model=\"m\",target=\"t\"} 1",
                        "psnr_decibels_sum{model=\"m\",target=\"t\"} 30");
    }

    @Test
    void aGainUnderGreyIsSeen() {
        meters.set(Meter.GAIN, 0.4, "m", "t");
        meters.set(Meter.GAIN, -0.6, "m", "t");

        assertThat(scrape()).contains("quality_gain_decibels{model=\"m\",target=\"t\"} -0.6");
    }

    @Test
    void clocksOfTwoMachinesNeverTakeTimeAway() {
        meters.time(Meter.QUEUE, Duration.ofSeconds(-5), "colorize");

        assertThat(scrape()).contains("queue_seconds_sum{stage=\"colorize\"} 0");
    }

    @Test
    void aTableForgetsWhatItNoLongerHolds() {
        meters.replace(Meter.CONSUMER_LAG, Map.of(List.of("g", "a"), 1.0, List.of("g", "b"), 2.0));
        meters.replace(Meter.CONSUMER_LAG, Map.of(List.of("g", "b"), 3.0));

        assertThat(scrape())
                .contains("consumer_lag_records{group=\"g\",topic=\"b\"} 3")
                .doesNotContain("topic=\"a\"");
    }

    @Test
    void aMissingLabelIsTheCallersError() {
        assertThatThrownBy(() -> meters.count(Meter.FRAMES, "ingest"))
                .hasMessageContaining("FRAMES")
                .hasMessageContaining("OUTCOME");
        assertThatThrownBy(() -> meters.record(Meter.FRAMES, 1, "ingest", "x")).hasMessageContaining("COUNTER");
    }
}
