package io.astrochrome.metrics.observatory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.FrameScored;
import io.astrochrome.events.Purpose;
import io.astrochrome.metrics.observatory.feed.Gallery;
import io.astrochrome.metrics.sample.SampleFrame;
import io.astrochrome.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FeedResourceTest {
    private static final int FRAMES = 120;
    private static final int LARGEST_PAGE = 100;

    private static final Gallery FULL = gallery(FRAMES);
    private static final FeedResource FEED = new FeedResource(FULL, null);

    private static Gallery gallery(int frames) {
        Gallery gallery = new Gallery(frames, 10);
        for (int i = 0; i < frames; i++) {
            SampleFrame sample = Items.frame(i % 4 == 0 ? "M 31" : "M 42", i);
            gallery.coloured(sample.colorized(SampleFrame.MODEL, 1));
        }
        return gallery;
    }

    private static List<String> names(FeedPage page) {
        return page.items().stream().map(FeedView::fileName).toList();
    }

    @Property(tries = 60)
    void pageByPageEveryFrameComesOnceTheNewestFirst(@ForAll @IntRange(min = -2, max = 130) int limit) {
        List<String> all = new ArrayList<>();
        String after = null;
        do {
            FeedPage page = FEED.frames(null, after, limit);
            assertThat(page.items()).hasSizeBetween(1, Math.max(1, Math.min(limit, LARGEST_PAGE)));
            all.addAll(names(page));
            after = page.next();
        } while (after != null);

        List<String> expected = new ArrayList<>();
        for (int i = FRAMES - 1; i >= 0; i--) {
            expected.add(i + ".fits");
        }
        assertThat(all).isEqualTo(expected);
    }

    @Test
    void thePageThatEndsWithTheLastFrameSaysThatNoneFollow() {
        assertThat(FEED.frames("M 31", null, 30).items()).hasSize(30);
        assertThat(FEED.frames("M 31", null, 30).next()).isNull();
        assertThat(FEED.frames("M 31", null, 29).next()).isNotNull();
    }

    @Test
    void afterSomethingThatIsNotThereNothingFollows() {
        assertThat(FEED.frames(null, "a stranger", 10)).isEqualTo(new FeedPage(List.of(), null));
        assertThat(FEED.frames("nobody", null, 10)).isEqualTo(new FeedPage(List.of(), null));
    }

    @Test
    void ofATargetOnlyItsFramesAreShown() {
        assertThat(FEED.frames("M 31", null, 100).items()).hasSize(30).allSatisfy(view -> assertThat(view.target())
                .isEqualTo("M 31"));
    }

    @Test
    void aFrameIsShownByEachModelTheNewestFirst() {
        Gallery gallery = new Gallery(10, 10);
        String other = SampleFrame.sha256("another model");
        gallery.coloured(Items.frame("M 31", 0).colorized(SampleFrame.MODEL, 1));
        gallery.coloured(Items.frame("M 31", 0).colorized(other, 1));

        List<FeedView> views = new FeedResource(gallery, null)
                .frame(Items.frame("M 31", 0).frame().frameId());

        assertThat(views).extracting(FeedView::modelId).containsExactlyInAnyOrder(other, SampleFrame.MODEL);
    }

    @Test
    void saysThatThereIsNoSuchFrame() {
        assertThatThrownBy(() -> FEED.frame("a stranger"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getResponse().getStatus()).isEqualTo(404))
                .hasMessageContaining("a stranger");
    }

    @Test
    void theTrendHasAPointForEachScoreTheOldestFirst() {
        Gallery gallery = gallery(8);
        for (int i : List.of(6, 0, 3, 4)) {
            gallery.scored(score(Items.frame(i % 4 == 0 ? "M 31" : "M 42", i), 30 + i));
        }
        TrendResource trend = new TrendResource(gallery);

        assertThat(trend.trend(null)).extracting(TrendPoint::psnrDecibels).containsExactly(30.0, 33.0, 34.0, 36.0);
        assertThat(trend.trend("M 31")).extracting(TrendPoint::gainDecibels).containsExactly(2.0, 6.0);
        assertThat(trend.trend("nobody")).isEmpty();
    }

    private static FrameScored score(SampleFrame of, double psnr) {
        return new FrameScored(
                of.frame().frameId(),
                of.frame().target(),
                Purpose.LIVE,
                SampleFrame.MODEL,
                psnr,
                28,
                1e-3,
                2e-3,
                0.9,
                0.8,
                4,
                6,
                0.8,
                Items.NIGHT);
    }
}
