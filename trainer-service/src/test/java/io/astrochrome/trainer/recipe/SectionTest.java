package io.astrochrome.trainer.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.astrochrome.trainer.augment.Range;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionTest {
    private static final Range FALLBACK = new Range(1, 2);

    private enum Shade {
        DEEP_RED,
        BLUE
    }

    private static Section of(String key, Object value) {
        return new Section("top", Collections.singletonMap(key, value));
    }

    private static Section empty() {
        return new Section("top", Map.of());
    }

    private static void refused(String message, ThrowingCallable reading) {
        assertThatExceptionOfType(RecipeException.class).isThrownBy(reading).withMessage(message);
    }

    @Test
    void whatIsNotGivenIsItsDefaultAndStandsInTheCanonicalForm() throws RecipeException {
        Section section = empty();

        assertThat(section.text("title", "none yet")).isEqualTo("none yet");
        assertThat(section.flag("flip", true)).isTrue();
        assertThat(section.whole("side", 128, 32, 4096)).isEqualTo(128);
        assertThat(section.number("curve", 0.5, 0, 1)).isEqualTo(0.5);
        assertThat(section.range("gamma", FALLBACK)).isEqualTo(FALLBACK);
        assertThat(section.wholes("widths", List.of(3, 4))).containsExactly(3, 4);
        assertThat(section.texts("classes")).isEmpty();
        assertThat(section.choice("shade", Shade.class, Shade.DEEP_RED)).isEqualTo(Shade.DEEP_RED);
        assertThat(section.has("critic")).isFalse();
        section.close();

        assertThat(section.canonical())
                .isEqualTo(Map.of(
                        "title",
                        "none yet",
                        "flip",
                        true,
                        "side",
                        128,
                        "curve",
                        0.5,
                        "gamma",
                        List.of(1.0, 2.0),
                        "widths",
                        List.of(3, 4),
                        "classes",
                        List.of(),
                        "shade",
                        "deep-red",
                        "critic",
                        "none"));
    }

    @Test
    void theBoundsThemselvesAreInside() throws RecipeException {
        assertThat(of("n", 3).whole("n", 5, 3, 9)).isEqualTo(3);
        assertThat(of("n", 9).whole("n", 5, 3, 9)).isEqualTo(9);
        refused("top.n must be 3 to 9, not 2", () -> of("n", 2).whole("n", 5, 3, 9));
        refused("top.n must be 3 to 9, not 10", () -> of("n", 10).whole("n", 5, 3, 9));

        assertThat(of("x", 0.25).number("x", 1, 0.25, 0.5)).isEqualTo(0.25);
        assertThat(of("x", 0.5).number("x", 1, 0.25, 0.5)).isEqualTo(0.5);
        refused("top.x must be 0.25 to 0.5, not 0.51", () -> of("x", 0.51).number("x", 1, 0.25, 0.5));
        refused("top.x must be 0 to 2, not -1.0", () -> of("x", -1).number("x", 1, 0, 2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoFiniteNumberIsOutOfEveryBound(double number) {
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> of("x", number).number("x", 1, -1e6, 1e6))
                .withMessageStartingWith("top.x must be -1000000 to 1000000, not ");
    }

    @Test
    void aNumberMayBeATextAsYamlTakesOneWithoutADot() throws RecipeException {
        assertThat(of("rate", "1e-4").number("rate", 1, 0, 1)).isEqualTo(1e-4);
        assertThat(of("rate", 1).number("rate", 0, 0, 1)).isEqualTo(1);
        refused("top.rate must be a number, not ten", () -> of("rate", "ten").number("rate", 1, 0, 1));
        refused("top.rate must be a number, not [1]", () -> of("rate", List.of(1))
                .number("rate", 1, 0, 1));
    }

    @Test
    void aWrongKindOfValueIsRefusedByItsName() {
        refused("top.n must be a whole number, not 1.0", () -> of("n", 1.0).whole("n", 1, 0, 9));
        refused("top.n must be a whole number, not 1", () -> of("n", "1").whole("n", 1, 0, 9));
        refused("top.n must be a whole number, not 99999999999", () -> of("n", 99999999999L)
                .whole("n", 1, 0, 9));
        refused("top.f must be true or false, not yes!", () -> of("f", "yes!").flag("f", true));
        refused("top.s must be a mapping, not 5", () -> of("s", 5).section("s"));
        refused("top.w must be a list of whole numbers, not [1, x]", () -> of("w", List.of(1, "x"))
                .wholes("w", List.of()));
        refused("top.c must be a list, not galaxy", () -> of("c", "galaxy").texts("c"));
        refused("top.t must be given as a text, not {a=1}", () -> of("t", Map.of("a", 1))
                .text("t"));
        refused("top.t must be given as a text, not  ", () -> of("t", " ").text("t"));
        refused("top.t must be given as a text", () -> empty().text("t"));
        refused("top.t must be given as a text", () -> of("t", null).text("t", "a default for what is not there"));
    }

    @Test
    void aListOfTextsHoldsNothingElse() throws RecipeException {
        assertThat(of("c", List.of("galaxy", 5)).texts("c")).containsExactly("galaxy", "5");
        refused("top.c must be a list of texts, not [galaxy, null]", () -> of("c", Arrays.asList("galaxy", null))
                .texts("c"));
        refused("top.c must be a list of texts, not [{a=1}]", () -> of("c", List.of(Map.of("a", 1)))
                .texts("c"));
    }

    @Test
    void aRangeHasALowAndAHighEndInThatOrder() throws RecipeException {
        assertThat(of("r", List.of("1e-1", 2)).range("r", FALLBACK)).isEqualTo(new Range(0.1, 2));
        assertThat(of("r", List.of(3, 3)).range("r", FALLBACK)).isEqualTo(new Range(3, 3));
        refused("top.r a range must be written low to high, not 2.0 to 1.0, not [2, 1]", () -> of("r", List.of(2, 1))
                .range("r", FALLBACK));
        refused("top.r must be a range [low, high], not [1]", () -> of("r", List.of(1))
                .range("r", FALLBACK));
        refused("top.r must be a range [low, high], not 1", () -> of("r", 1).range("r", FALLBACK));
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> of("r", List.of(1, Double.NaN)).range("r", FALLBACK));
    }

    @Test
    void aChoiceIsWrittenInSmallLettersWithHyphens() throws RecipeException {
        Section section = of("shade", "deep-red");

        assertThat(section.choice("shade", Shade.class, Shade.BLUE)).isEqualTo(Shade.DEEP_RED);
        assertThat(section.canonical()).containsEntry("shade", "deep-red");
        refused("top.shade must be one of deep-red, blue, not DEEP_RED", () -> of("shade", "DEEP_RED")
                .choice("shade", Shade.class, Shade.BLUE));
    }

    @Test
    void youngerKeysAtTheirDefaultsLeaveTheCanonicalFormAsItWas() throws RecipeException {
        Section section = new Section("top", Map.of("views", 1, "encoder", 0.5));
        section.optionalWhole("views", 1, List.of(1, 2));
        section.optionalNumber("encoder", 0.5, 0, 1);
        section.optionalSections("looks");
        assertThat(section.canonical()).isEmpty();

        Section younger = new Section("top", Map.of("views", 2, "encoder", 0.25, "looks", List.of(Map.of())));
        younger.optionalWhole("views", 1, List.of(1, 2));
        younger.optionalNumber("encoder", 0.5, 0, 1);
        younger.optionalSections("looks");
        assertThat(younger.canonical()).isEqualTo(Map.of("views", 2, "encoder", 0.25, "looks", List.of(Map.of())));
        refused("top.views must be one of [1, 2], not 3", () -> of("views", 3)
                .optionalWhole("views", 1, List.of(1, 2)));
    }

    @Test
    void aMappingIsThereUnlessItIsSaidToBeNone() {
        assertThat(of("critic", Map.of()).has("critic")).isTrue();
        assertThat(of("critic", "none").has("critic")).isFalse();
        assertThat(of("critic", null).has("critic")).isFalse();
    }

    @Test
    void aListOfMappingsHasOneAtLeastAndEachHasAPlace() throws RecipeException {
        List<Section> phases = of("phases", List.of(Map.of("name", "a"), Map.of("name", " b ")))
                .sections("phases");

        assertThat(phases.get(1).text("name")).isEqualTo("b");
        refused("top.phases[1].steps must be given as a text", () -> phases.get(1)
                .text("steps"));
        refused("top.phases must be a list with at least one entry", () -> empty().sections("phases"));
        refused("top.phases must be a list with at least one entry, not []", () -> of("phases", List.of())
                .sections("phases"));
        refused("top.phases must hold mappings only, not 7", () -> of("phases", List.of(7))
                .sections("phases"));
    }

    @Test
    void aKeyThatNobodyAskedForIsRefusedAtAnyDepth() throws RecipeException {
        Section root =
                new Section("", Map.of("phases", List.of(Map.of("stepz", 1)), "data", Map.of("classes", List.of())));
        root.section("data").texts("classes");
        Section phase = root.sections("phases").get(0);
        phase.whole("steps", 1, 1, 9);

        refused("there is no key phases[0].stepz; the nearest is phases[0].steps (known here: steps)", root::close);
    }

    @Test
    void whereNothingIsKnownThereIsNoNearestKey() {
        refused("there is no key top.what", () -> of("what", 1).close());
    }
}
