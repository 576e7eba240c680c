package io.astrochrome.metrics.observatory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.metrics.observatory.feed.FeedItem;
import io.astrochrome.metrics.sample.SampleFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final String TARGET = "M 42";

    private static FeedItem tookMillis(long millis) {
        return Items.coloured(TARGET, 1, Duration.ofMillis(millis), null);
    }

    private static Summary of(FeedItem... newestFirst) {
        return Summary.of(Arrays.asList(newestFirst), 0, true);
    }

    @Test
    void ofNothingSaysNothingThatWasNotMeasured() {
        Summary nothing = Summary.of(List.of(), 3, false);

        assertThat(nothing.caughtUp()).isFalse();
        assertThat(nothing.quarantined()).isEqualTo(3);
        assertThat(nothing.coloured()).isZero();
        assertThat(nothing.meanGainDecibels()).isNull();
        assertThat(nothing.meanPsnrDecibels()).isNull();
        assertThat(nothing.medianLatencyMillis()).isNull();
        assertThat(nothing.modelId()).isNull();
        assertThat(nothing.targets()).isEmpty();
    }

    @Test
    void countsWhatWaitsWhatIsColouredAndWhatIsScoredByTarget() {
        Summary summary = of(
                Items.waiting("M 31", 5),
                Items.coloured(TARGET, 4, Duration.ofSeconds(1), Items.score(31.0, 3.0)),
                Items.coloured("M 31", 3, Duration.ofSeconds(1), null),
                Items.waiting("NGC 1", 2));

        assertThat(summary.waiting()).isEqualTo(2);
        assertThat(summary.coloured()).isEqualTo(2);
        assertThat(summary.scored()).isEqualTo(1);
        assertThat(summary.targets().keySet()).containsExactly("M 31", "M 42", "NGC 1");
        assertThat(summary.targets()).containsEntry("M 31", 2L);
    }

    @Test
    void aFigureThatIsNotFiniteIsNotInTheMean() {
        Summary summary = of(
                Items.coloured(TARGET, 3, Duration.ofSeconds(1), Items.score(30.0, 2.0)),
                Items.coloured(TARGET, 2, Duration.ofSeconds(1), Items.score(null, null)),
                Items.coloured(TARGET, 1, Duration.ofSeconds(1), Items.score(33.0, -1.0)));

        assertThat(summary.meanPsnrDecibels()).isCloseTo(31.5, within(1e-12));
        assertThat(summary.meanGainDecibels()).isCloseTo(0.5, within(1e-12));
        assertThat(summary.scored()).isEqualTo(3);
    }

    @Test
    void theMedianIsOfWhatTookHowLongInWhateverOrder() {
        assertThat(of(tookMillis(900), tookMillis(20), tookMillis(300)).medianLatencyMillis())
                .isEqualTo(300);
        assertThat(of(tookMillis(900), tookMillis(20)).medianLatencyMillis()).isEqualTo(900);
        assertThat(of(Items.waiting(TARGET, 1)).medianLatencyMillis()).isNull();
    }

    @Test
    void onlyTheNewestFiftyPicturesAreInTheMedian() {
        List<FeedItem> items = new ArrayList<>();
        IntStream.range(0, 10).forEach(i -> items.add(Items.waiting(TARGET, i)));
        IntStream.range(0, 50).forEach(i -> items.add(tookMillis(10)));
        IntStream.range(0, 500).forEach(i -> items.add(tookMillis(60_000)));

        assertThat(Summary.of(items, 0, true).medianLatencyMillis()).isEqualTo(10);
    }

    @Test
    void namesTheModelOfTheNewestPicture() {
        Summary summary = of(Items.waiting(TARGET, 2), tookMillis(10));

        assertThat(summary.modelId()).isEqualTo(SampleFrame.MODEL);
        assertThat(summary.modelName()).isEqualTo("unet-b0 nebulae 4");
        assertThat(summary.executionProvider()).isEqualTo("CPU");
    }
}
