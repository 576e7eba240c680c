package io.astrochrome.metrics.observatory.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.FrameStack;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubPlace;
import io.astrochrome.events.night.SubShown;
import io.astrochrome.metrics.sample.SampleFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GalleryTest {
    private static final Instant NIGHT = Instant.parse("2026-11-22T20:00:00Z");
    private static final SampleFrame ONE = frame("one.fits", 0);
    private static final SampleFrame TWO = frame("two.fits", 60);
    private static final SampleFrame BROKEN = frame("broken.fits", 120);
    private static final List<SampleFrame> SKIES =
            IntStream.range(0, 8).mapToObj(i -> frame(i + ".fits", i)).toList();

    @Property(tries = 50)
    void isTheSameForTheSameEventsInAnyOrderAndNumber(@ForAll @LongRange(min = 0, max = 1 << 20) long seed) {
        Random random = new Random(seed);
        List<Consumer<Gallery>> events = new ArrayList<>(events());
        events.addAll(events());
        Collections.shuffle(events, random);
        Gallery gallery = new Gallery(10, 10);

        events.forEach(event -> event.accept(gallery));

        assertThat(gallery.newest(item -> true))
                .extracting(FeedItem::id)
                .containsExactly(
                        FeedItem.id(TWO.frame().frameId(), SampleFrame.MODEL),
                        FeedItem.id(ONE.frame().frameId(), SampleFrame.MODEL));
        assertThat(gallery.find(ONE.frame().frameId(), SampleFrame.MODEL)
                        .orElseThrow()
                        .score())
                .isNotNull();
        assertThat(gallery.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.stages())
                .containsExactlyInAnyOrder("preprocess", "metrics"));
    }

    @Test
    void anExposureThatIsSeenInPicturesOfOthersWaitsNoLonger() {
        SubJudged sub = new SubJudged(
                ONE.frame(), "Ha", "Ha", 60, SubPlace.STACKED, null, SubShown.NOT_ITSELF, null, 0.1, 1, null, 5, NIGHT);
        Gallery first = new Gallery(10, 10);
        first.arrived(ONE.frame());
        first.judged(sub);
        Gallery late = new Gallery(10, 10);
        late.judged(sub);
        late.arrived(ONE.frame());
        assertThat(first.newest(item -> true)).isEmpty();
        assertThat(late.newest(item -> true)).isEmpty();
        first.judged(sub.shownAs(SubShown.STACK));
        first.coloured(ONE.colorized(SampleFrame.MODEL, 0.5));
        assertThat(first.newest(item -> true)).as("seen at last").hasSize(1);
    }

    @Test
    void aLaterStackOfTheSameNewestExposureTakesThePlaceOfTheEarlier() {
        Gallery gallery = new Gallery(10, 10);
        FrameColorized first = stacked("a", NIGHT);
        FrameColorized second = stacked("b", NIGHT.plusSeconds(5));
        gallery.coloured(second);
        assertThat(gallery.coloured(first)).as("it comes late").isEmpty();
        assertThat(gallery.newest(item -> true))
                .singleElement()
                .satisfies(item -> assertThat(item.colouring().stack()).isEqualTo(second.stack()));
        Gallery inOrder = new Gallery(10, 10);
        inOrder.coloured(first);
        assertThat(inOrder.coloured(second)).isPresent();
        assertThat(inOrder.newest(item -> true)).hasSize(1);
    }

    private static FrameColorized stacked(String which, Instant at) {
        FrameColorized single = ONE.colorized(SampleFrame.MODEL, 0.5);
        FrameStack stack = new FrameStack(
                SampleFrame.sha256(which),
                "rgb",
                Map.of("R", 1, "G", 1),
                Map.of(),
                1,
                0,
                0,
                single.pictures().png());
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
                null,
                single.a(),
                single.b(),
                stack);
    }

    private static List<Consumer<Gallery>> events() {
        return List.of(
                gallery -> gallery.arrived(ONE.frame()),
                gallery -> gallery.arrived(TWO.frame()),
                gallery -> gallery.arrived(BROKEN.frame()),
                gallery -> gallery.coloured(ONE.colorized(SampleFrame.MODEL, 0.5)),
                gallery -> gallery.coloured(TWO.colorized(SampleFrame.MODEL, 0.5)),
                gallery -> gallery.scored(score(ONE)),
                gallery -> gallery.givenUp(letter(BROKEN, "preprocess")),
                gallery -> gallery.givenUp(letter(BROKEN, "metrics")));
    }

    @Test
    void keepsTheNewestFrames() {
        Gallery gallery = new Gallery(2, 2);
        for (int i = 0; i < 5; i++) {
            gallery.coloured(frame(i + ".fits", i).colorized(SampleFrame.MODEL, 1));
        }

        assertThat(gallery.newest(item -> true))
                .extracting(item -> item.frame().fileName())
                .containsExactly("4.fits", "3.fits");
    }

    @Test
    void keepsTheNewestScoresThatComeBeforeTheirPicturesInWhateverOrder() {
        Gallery gallery = new Gallery(2, 2);
        for (int second : List.of(3, 4, 0, 2, 1)) {
            gallery.scored(score(frame(second + ".fits", second)));
        }

        for (int second = 2; second < 5; second++) {
            gallery.coloured(frame(second + ".fits", second).colorized(SampleFrame.MODEL, 1));
        }

        assertThat(gallery.newest(item -> item.score() != null))
                .extracting(item -> item.frame().fileName())
                .containsExactly("4.fits", "3.fits");
    }

    @Test
    void showsAFrameThatWaitsUntilItIsColoured() {
        Gallery gallery = new Gallery(5, 5);
        gallery.arrived(ONE.frame());
        assertThat(gallery.newest(item -> true)).extracting(FeedItem::state).containsExactly(FrameState.ARRIVED);

        gallery.coloured(ONE.colorized(SampleFrame.MODEL, 1));
        gallery.arrived(ONE.frame());

        assertThat(gallery.newest(item -> true)).extracting(FeedItem::state).containsExactly(FrameState.COLOURED);
    }

    @Test
    void tellsOfAChangeOnlyWhereThereIsOne() {
        Gallery gallery = new Gallery(5, 5);

        assertThat(gallery.coloured(ONE.colorized(SampleFrame.MODEL, 1))).isPresent();
        assertThat(gallery.coloured(ONE.colorized(SampleFrame.MODEL, 1))).isEmpty();
        assertThat(gallery.scored(score(ONE))).isPresent();
        assertThat(gallery.scored(score(ONE))).isEmpty();
    }

    @Property(tries = 60)
    void keepsTheNewestPicturesWithTheirScoresInWhateverOrderAllOfItComes(
            @ForAll @IntRange(min = 1, max = 6) int most, @ForAll Random random) {
        List<Consumer<Gallery>> events = new ArrayList<>();
        for (SampleFrame sample : SKIES) {
            events.add(gallery -> gallery.coloured(sample.colorized(SampleFrame.MODEL, 1)));
            events.add(gallery -> gallery.scored(score(sample)));
            events.add(gallery -> gallery.arrived(sample.frame()));
        }
        Collections.shuffle(events, random);
        Gallery gallery = new Gallery(most, 1);

        events.forEach(event -> event.accept(gallery));

        assertThat(gallery.newest(item -> item.state() == FrameState.COLOURED && item.score() != null))
                .extracting(item -> item.frame().fileName())
                .containsExactlyElementsOf(newestNames(most));
    }

    private static List<String> newestNames(int most) {
        List<String> names = new ArrayList<>(
                SKIES.stream().map(sample -> sample.frame().fileName()).toList());
        Collections.reverse(names);
        return names.subList(0, Math.min(most, names.size()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"TRAIN", "VALIDATION"})
    void whatIsNotToBeColouredDoesNotWait(Purpose purpose) {
        Gallery gallery = new Gallery(5, 5);

        assertThat(gallery.arrived(ONE.withPurpose(purpose).frame())).isEmpty();
        assertThat(gallery.newest(item -> true)).isEmpty();
    }

    @Test
    void aFrameByTwoModelsIsTwoPictures() {
        Gallery gallery = new Gallery(5, 5);
        String other = SampleFrame.sha256("another model");
        gallery.coloured(ONE.colorized(SampleFrame.MODEL, 1));
        gallery.coloured(ONE.colorized(other, 1));
        gallery.scored(score(ONE));

        String frameId = ONE.frame().frameId();
        assertThat(gallery.find(frameId, SampleFrame.MODEL).orElseThrow().score())
                .isNotNull();
        assertThat(gallery.find(frameId, other).orElseThrow().score()).isNull();
        assertThat(gallery.find(TWO.frame().frameId(), other)).isEmpty();
    }

    @Test
    void aFrameThatWasGivenUpDoesNotWaitWhicheverIsHeardFirst() {
        Gallery gallery = new Gallery(5, 5);
        gallery.arrived(ONE.frame());
        assertThat(gallery.givenUp(letter(ONE, "preprocess"))).isPresent();
        assertThat(gallery.newest(item -> true)).isEmpty();
        assertThat(gallery.arrived(ONE.frame())).isEmpty();

        gallery.coloured(ONE.colorized(SampleFrame.MODEL, 1));

        assertThat(gallery.newest(item -> true)).as("put back, and coloured").hasSize(1);
    }

    @Test
    void aRecordThatWasGivenUpTwiceIsTheSameUnlessAnotherStageDidSo() {
        Gallery gallery = new Gallery(5, 5);

        assertThat(gallery.givenUp(letter(ONE, "preprocess"))).isPresent();
        assertThat(gallery.givenUp(letter(ONE, "preprocess"))).isEmpty();
        assertThat(gallery.givenUp(letter(ONE, "metrics")).orElseThrow().stages())
                .containsExactly("preprocess", "metrics");
    }

    @Test
    void keepsTheNewestLettersAndSaysNothingOfOneThatIsTooOld() {
        Gallery gallery = new Gallery(5, 2);
        gallery.givenUp(numbered(5));
        gallery.givenUp(numbered(7));

        assertThat(gallery.givenUp(numbered(1))).isEmpty();
        assertThat(gallery.givenUp(numbered(6))).isPresent();
        assertThat(gallery.deadLetters()).extracting(DeadLetter::offset).containsExactly(7L, 6L);
    }

    private static DeadLetter numbered(int second) {
        return new DeadLetter(
                List.of("a stage"), "cut off", "frames.v1", 0, second, null, null, NIGHT.plusSeconds(second));
    }

    private static SampleFrame frame(String name, int second) {
        return SampleFrame.of("M 42", name, new java.awt.image.BufferedImage(64, 64, 1), NIGHT.plusSeconds(second));
    }

    private static FrameScored score(SampleFrame of) {
        return new FrameScored(
                of.frame().frameId(),
                "M 42",
                Purpose.LIVE,
                SampleFrame.MODEL,
                31,
                28,
                1e-3,
                2e-3,
                0.9,
                0.8,
                4,
                6,
                0.8,
                of.frame().ingestedAt());
    }

    private static DeadLetter letter(SampleFrame of, String stage) {
        return new DeadLetter(List.of(stage), "cut off", "frames.v1", 0, 12, "M 42", of.frame(), NIGHT);
    }
}
