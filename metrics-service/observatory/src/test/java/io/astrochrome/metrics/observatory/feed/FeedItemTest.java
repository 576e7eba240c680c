package io.astrochrome.metrics.observatory.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.FrameStack;
import io.astrochrome.events.Purpose;
import io.astrochrome.metrics.sample.SampleFrame;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedItemTest {
    private static final Instant NIGHT = Instant.parse("2026-11-22T20:00:00Z");
    private static final Duration LATER = Duration.ofSeconds(5);
    private static final SampleFrame SKY =
            SampleFrame.of("M 42", "light.fits", new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), NIGHT);

    private final FrameColorized single = SKY.colorized(SampleFrame.MODEL, 0.5);

    private FrameColorized stacked(String which, Instant at) {
        FrameStack stack = new FrameStack(
                SampleFrame.sha256(which),
                "rgb",
                Map.of("R", 1),
                Map.of(),
                1,
                0,
                0,
                single.pictures().png());
        return colorized(at, stack);
    }

    private FrameColorized colorized(Instant at, FrameStack stack) {
        return new FrameColorized(
                single.frame(),
                single.geometry(),
                single.stretch(),
                single.modelId(),
                single.modelName(),
                single.executionProvider(),
                single.pictures(),
                single.stageMillis(),
                at,
                "sho",
                single.a(),
                single.b(),
                stack);
    }

    @Test
    void waitsSinceItWasTakenInAndIsColouredWhenItsColoursWereStored() {
        FeedItem waiting = FeedItem.arrived(SKY.frame());
        FeedItem coloured = FeedItem.coloured(single, null);

        assertThat(waiting.state()).isEqualTo(FrameState.ARRIVED);
        assertThat(waiting.at()).isEqualTo(SKY.frame().ingestedAt());
        assertThat(waiting.id()).isEqualTo(SKY.frame().frameId());
        assertThat(coloured.state()).isEqualTo(FrameState.COLOURED);
        assertThat(coloured.at()).isEqualTo(single.colorizedAt());
        assertThat(coloured.id()).isEqualTo(SKY.frame().frameId() + ":" + SampleFrame.MODEL);
    }

    @Test
    void keepsAllThatIsSaidOfAPictureButItsPlanes() {
        FrameColorized stack = stacked("a", NIGHT);

        assertThat(FeedItem.coloured(stack, null).colouring())
                .isEqualTo(new Colouring(
                        stack.modelId(),
                        stack.modelName(),
                        stack.executionProvider(),
                        stack.geometry(),
                        stack.stretch(),
                        stack.stageMillis(),
                        stack.pictures(),
                        stack.colorizedAt(),
                        "sho",
                        stack.stack()));
    }

    @Test
    void onlyALaterPictureOfAnotherStackTakesItsPlace() {
        FeedItem first = FeedItem.coloured(stacked("a", NIGHT), null);

        assertThat(first.isReplacedBy(stacked("b", NIGHT.plus(LATER)))).isTrue();
        assertThat(first.isReplacedBy(stacked("b", NIGHT)))
                .as("of the same moment")
                .isFalse();
        assertThat(first.isReplacedBy(stacked("b", NIGHT.minus(LATER)))).isFalse();
        assertThat(first.isReplacedBy(stacked("a", NIGHT.plus(LATER))))
                .as("the same stack")
                .isFalse();
        assertThat(first.isReplacedBy(colorized(NIGHT.plus(LATER), null)))
                .as("a single exposure")
                .isFalse();
        assertThat(FeedItem.coloured(single, null).isReplacedBy(stacked("a", NIGHT.plusSeconds(60))))
                .isFalse();
        assertThat(FeedItem.arrived(SKY.frame()).isReplacedBy(stacked("a", NIGHT.plus(LATER))))
                .isFalse();
    }

    @Test
    void newestComesFirstAndOfTheSameMomentTheLowestId() {
        List<FeedItem> items = new ArrayList<>();
        for (String name : List.of("a.fits", "b.fits", "c.fits", "d.fits")) {
            items.add(FeedItem.arrived(
                    SampleFrame.of("M 42", name, SKY.picture(), NIGHT).frame()));
        }
        FeedItem newest = FeedItem.arrived(SampleFrame.of("M 42", "e.fits", SKY.picture(), NIGHT.plus(LATER))
                .frame());
        items.add(newest);
        items.sort(FeedItem.NEWEST_FIRST);

        assertThat(items.get(0)).isEqualTo(newest);
        assertThat(items.subList(1, items.size())).extracting(FeedItem::id).isSorted();
    }

    @Test
    void aFigureThatIsNoNumberIsAbsentFromItsScore() {
        FrameScored perfect = new FrameScored(
                SKY.frame().frameId(),
                "M 42",
                Purpose.LIVE,
                SampleFrame.MODEL,
                Double.POSITIVE_INFINITY,
                28,
                0,
                2e-3,
                1,
                0.75,
                0,
                6.5,
                Double.NaN,
                NIGHT);

        assertThat(Score.of(perfect)).isEqualTo(new Score(null, 28.0, null, 1.0, 0.75, 0.0, 6.5, null, NIGHT));
    }

    @Test
    void aScoreChangesNothingElseOfIt() {
        FeedItem before = FeedItem.coloured(single, null);
        Score score = new Score(31.0, 28.0, 3.0, 0.9, 0.8, 4.0, 6.0, 0.8, NIGHT);

        assertThat(before.withScore(score)).isEqualTo(new FeedItem(before.frame(), before.colouring(), score));
    }
}
