package io.astrochrome.imaging.compose;

import static io.astrochrome.imaging.filter.FilterRole.BLUE;
import static io.astrochrome.imaging.filter.FilterRole.GREEN;
import static io.astrochrome.imaging.filter.FilterRole.H_ALPHA;
import static io.astrochrome.imaging.filter.FilterRole.LUMINANCE;
import static io.astrochrome.imaging.filter.FilterRole.O_III;
import static io.astrochrome.imaging.filter.FilterRole.RED;
import static io.astrochrome.imaging.filter.FilterRole.S_II;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.filter.FilterRole;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.AbstractFloatArrayAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormulaTest {
    private static final Map<FilterRole, Float> LINES = Map.of(S_II, 0.2f, H_ALPHA, 0.6f, O_III, 0.4f);
    private static final Map<FilterRole, Float> BROADBAND = Map.of(RED, 0.2f, GREEN, 0.6f, BLUE, 0.5f);

    private static AbstractFloatArrayAssert<?> assertMixed(Formula formula, Map<FilterRole, Float> light) {
        float[] rgb = new float[3];
        formula.mix(
                new Formula.Light() {
                    @Override
                    public boolean has(FilterRole role) {
                        return light.containsKey(role);
                    }

                    @Override
                    public float of(FilterRole role) {
                        return light.get(role);
                    }
                },
                rgb);
        return assertThat(rgb);
    }

    private static Map<FilterRole, Float> without(FilterRole role, Map<FilterRole, Float> light) {
        Map<FilterRole, Float> rest = new EnumMap<>(light);
        rest.remove(role);
        return rest;
    }

    @Test
    void broadbandFiltersAreTheirOwnColours() {
        assertMixed(Formula.RGB, BROADBAND).containsExactly(0.2f, 0.6f, 0.5f);
    }

    @Test
    void aMissingBroadbandFilterIsTheMeanOfTheOthers() {
        assertMixed(Formula.RGB, without(RED, BROADBAND))
                .containsExactly(new float[] {0.55f, 0.6f, 0.5f}, within(1e-6f));
        assertMixed(Formula.RGB, without(GREEN, BROADBAND))
                .containsExactly(new float[] {0.2f, 0.35f, 0.5f}, within(1e-6f));
        assertMixed(Formula.RGB, without(BLUE, BROADBAND))
                .containsExactly(new float[] {0.2f, 0.6f, 0.4f}, within(1e-6f));
    }

    @Test
    void linesGoWhereTheirPaletteSays() {
        assertMixed(Formula.HOO, LINES).containsExactly(0.6f, 0.4f, 0.4f);
        assertMixed(Formula.SHO, LINES).containsExactly(0.2f, 0.6f, 0.4f);
        assertMixed(Formula.SHO_SOFT, LINES).containsExactly(new float[] {0.28f, 0.51f, 0.44f}, within(1e-6f));
    }

    @Test
    void inTheForaxxPaletteOxygenDecidesHowFarTheOthersMix() {
        assertMixed(Formula.FORAXX, LINES).containsExactly(new float[] {0.36917f, 0.46761f, 0.4f}, within(1e-4f));
        assertMixed(Formula.FORAXX, Map.of(S_II, 0.2f, H_ALPHA, 0.6f, O_III, 0f))
                .as("without oxygen hydrogen is all the red, and there is no green")
                .containsExactly(0.6f, 0f, 0f);
    }

    @Test
    void linesHaveTheirOwnHuesWhicheverThereAre() {
        assertMixed(Formula.NATURAL, LINES).containsExactly(new float[] {0.4f, 0.514f, 0.356f}, within(1e-6f));
        assertMixed(Formula.NATURAL, without(S_II, LINES))
                .containsExactly(new float[] {0.6f, 0.514f, 0.356f}, within(1e-6f));
        assertMixed(Formula.NATURAL, without(H_ALPHA, LINES))
                .containsExactly(new float[] {0.2f, 0.4f, 0.236f}, within(1e-6f));
        assertMixed(Formula.NATURAL, without(O_III, LINES))
                .containsExactly(new float[] {0.4f, 0.114f, 0.12f}, within(1e-6f));
    }

    @Test
    void aColourStaysWithinWhatCanBeShown() {
        assertMixed(Formula.NATURAL, Map.of(H_ALPHA, 1f, O_III, 1f))
                .containsExactly(new float[] {1f, 1f, 0.79f}, within(1e-6f));
        assertMixed(Formula.HOO, Map.of(H_ALPHA, -0.1f, O_III, 1.2f)).containsExactly(0f, 1f, 1f);
    }

    @Test
    void twoBroadbandFiltersAreEnoughAndOneIsNot() {
        assertThat(Formula.RGB.canMix(Set.of(RED, BLUE))).isTrue();
        assertThat(Formula.RGB.canMix(Set.of(RED, LUMINANCE))).isFalse();
        assertThat(Formula.SHO.canMix(Set.of(H_ALPHA, O_III))).isFalse();
        assertThat(Formula.SHO.canMix(Set.of(H_ALPHA, O_III, S_II, LUMINANCE))).isTrue();
        assertThat(Formula.NATURAL.canMix(Set.of(S_II))).isTrue();
        assertThat(Formula.NATURAL.canMix(Set.of(RED))).isFalse();
    }

    @Test
    void theBestShowsMostOfWhatWasMeasured() {
        assertThat(Formula.best(List.of(RED, GREEN, BLUE, H_ALPHA))).contains(Formula.RGB);
        assertThat(Formula.best(List.of(S_II, H_ALPHA, O_III))).contains(Formula.SHO);
        assertThat(Formula.best(List.of(H_ALPHA, O_III))).contains(Formula.HOO);
        assertThat(Formula.best(List.of(H_ALPHA, S_II))).contains(Formula.NATURAL);
        assertThat(Formula.best(List.of(LUMINANCE, H_ALPHA))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsLabelHoweverItIsWritten(Formula formula) {
        assertThat(Formula.named(formula.label())).contains(formula);
        assertThat(Formula.named(" " + formula.name() + " ")).contains(formula);
    }

    @Test
    void hasTheLabelThatPeopleType() {
        assertThat(Formula.SHO_SOFT.label()).isEqualTo("sho-soft");
        assertThat(Formula.named("hubble")).isEqualTo(Optional.empty());
    }

    @Test
    void itsRolesAreACopy() {
        Formula.HOO.roles().clear();

        assertThat(Formula.HOO.roles()).containsExactlyInAnyOrder(H_ALPHA, O_III);
        assertThat(Formula.NATURAL.roles()).containsExactlyInAnyOrder(H_ALPHA, O_III, S_II);
    }
}
