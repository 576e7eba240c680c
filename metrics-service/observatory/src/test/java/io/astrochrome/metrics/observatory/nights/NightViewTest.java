package io.astrochrome.metrics.observatory.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.night.StackOrder;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubPlace;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NightViewTest {
    private static StackOrder order(String... takenOut) {
        return new StackOrder("M 42", true, "sho", "none", Set.of(takenOut), null, "Ada", null, Subs.NIGHT);
    }

    @Test
    void sumsUpWhatIsStackedByRoleInTheOrderInWhichRolesCame() {
        NightView view = NightView.of(
                "M 42",
                List.of(
                        Subs.stacked(1, "OIII", 30),
                        Subs.stacked(2, "Ha", 60),
                        Subs.refused(3, "Ha", "it is trailed"),
                        Subs.stacked(4, "OIII", 90)),
                null);

        assertThat(view.filters())
                .containsExactly(new NightView.Filter("OIII", 2, 120), new NightView.Filter("Ha", 1, 60));
    }

    @Test
    void showsEveryExposureTheNewestFirst() {
        NightView view = NightView.of(
                "M 42",
                List.of(
                        Subs.stacked(1, "Ha", 60),
                        Subs.refused(2, "Ha", "it is trailed"),
                        Subs.stacked(3, "Ha", 60).movedTo(SubPlace.TAKEN_OUT, "a plane")),
                null);

        assertThat(view.subs()).extracting(NightView.Sub::fileName).containsExactly("3.fits", "2.fits", "1.fits");
        assertThat(view.subs()).extracting(NightView.Sub::place).containsExactly("taken-out", "refused", "stacked");
        assertThat(view.subs()).extracting(NightView.Sub::reason).containsExactly("a plane", "it is trailed", null);
    }

    @Test
    void whatAPersonHasJustTakenOutIsOutBeforeTheLogSaysSo() {
        SubJudged one = Subs.stacked(1, "Ha", 60);
        SubJudged two = Subs.stacked(2, "Ha", 60);
        NightView view =
                NightView.of("M 42", List.of(one, two), order(one.frame().frameId()));

        assertThat(view.filters()).containsExactly(new NightView.Filter("Ha", 1, 60));
        assertThat(view.subs()).extracting(NightView.Sub::place).containsExactly("stacked", "taken-out");
        assertThat(view.subs().get(1).reason()).isEqualTo("it was taken out");
    }

    @Test
    void aRefusedExposureStaysRefusedAlsoWhereItWasTakenOut() {
        SubJudged refused = Subs.refused(1, "Ha", "it is trailed");
        NightView view =
                NightView.of("M 42", List.of(refused), order(refused.frame().frameId()));

        assertThat(view.subs()).singleElement().satisfies(sub -> {
            assertThat(sub.place()).isEqualTo("refused");
            assertThat(sub.reason()).isEqualTo("it is trailed");
        });
    }

    @Test
    void saysWhatWasOrdered() {
        NightView ordered = NightView.of("M 42", List.of(), order());
        NightView free = NightView.of("M 42", List.of(), null);

        assertThat(ordered).isEqualTo(new NightView("M 42", true, "sho", "none", List.of(), List.of()));
        assertThat(free).isEqualTo(new NightView("M 42", false, null, null, List.of(), List.of()));
    }

    @Test
    void anExposureIsOfWhenItWasExposedOrElseOfWhenItWasTakenIn() {
        SubJudged known = Subs.stacked(1, "Ha", 60);
        SubJudged unknown = Subs.withoutTime(2);
        NightView view = NightView.of("M 42", List.of(known, unknown), null);

        assertThat(view.subs().get(1).at()).isEqualTo(known.frame().exposedAt());
        assertThat(view.subs().get(0).at()).isEqualTo(unknown.frame().ingestedAt());
    }

    @Test
    void whatWasNotMeasuredIsAbsentAndNotZero() {
        NightView.Sub measured = NightView.Sub.of(Subs.stacked(1, "Ha", 60));
        NightView.Sub unmeasured = NightView.Sub.of(Subs.refused(2, "Ha", "it is a flat"));

        assertThat(measured.stars()).isEqualTo(80);
        assertThat(measured.width()).isEqualTo(2.5);
        assertThat(measured.elongation()).isEqualTo(1.1);
        assertThat(measured.background()).isEqualTo(800.0);
        assertThat(unmeasured.stars()).isNull();
        assertThat(unmeasured.width()).isNull();
        assertThat(unmeasured.elongation()).isNull();
        assertThat(unmeasured.background()).isNull();
    }
}
