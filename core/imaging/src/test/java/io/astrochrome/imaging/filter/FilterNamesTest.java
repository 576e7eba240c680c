package io.astrochrome.imaging.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterNamesTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Red, RED",
                "R, RED",
                "G, GREEN",
                "Blue, BLUE",
                "Astrodon B, BLUE",
                "Luminance, LUMINANCE",
                "Lum, LUMINANCE",
                "L, LUMINANCE",
                "Clear, LUMINANCE",
                "C, LUMINANCE",
                "LPR, LUMINANCE",
                "LP, LUMINANCE",
                "IRCUT, LUMINANCE",
                "UV/IR Cut, LUMINANCE",
                "IR-cut, LUMINANCE",
                "IR, INFRARED",
                "I, INFRARED",
                "IR 742, INFRARED",
                "V, GREEN",
                "H_Alpha, H_ALPHA",
                "H-alpha, H_ALPHA",
                "H\u03b1, H_ALPHA",
                "Ha, H_ALPHA",
                "HA, H_ALPHA",
                "Ha5nm, H_ALPHA",
                "Ha 6.5 nm, H_ALPHA",
                "Astronomik MaxFR Ha 6nm, H_ALPHA",
                "Oiii3nm, O_III",
                "OIII, O_III",
                "O III, O_III",
                "[O III] 3nm, O_III",
                "O3, O_III",
                "O 3, O_III",
                "S II 7nm, S_II",
                "S 2, S_II",
                "H a, H_ALPHA",
                "H beta, UNKNOWN",
                "N II, UNKNOWN",
                "L Ultimate, DUAL_BAND",
                "ALP-T, DUAL_BAND",
                "UV IR, LUMINANCE",
                "Red alpha, RED",
                "SII, S_II",
                "S2, S_II",
                "HaOIII, DUAL_BAND",
                "Ha+OIII, DUAL_BAND",
                "L-eXtreme, DUAL_BAND",
                "L-eNhance, DUAL_BAND",
                "L-Pro, LUMINANCE",
                "Empty/B, BLUE",
                "SDSS g', GREEN",
                "Slot 0, UNKNOWN",
                "Filter 3, UNKNOWN",
                "3, UNKNOWN",
                "Red Blue, UNKNOWN",
                "Hb, UNKNOWN",
                "Halo, UNKNOWN",
                "Bright, UNKNOWN",
                "Greenland, UNKNOWN",
                "Rotator, UNKNOWN"
            })
    void tellsTheRoleOfAName(String name, FilterRole role) {
        assertThat(FilterNames.STANDARD.role(name)).isEqualTo(role);
    }

    @Test
    void noNameIsAllOfTheLight() {
        assertThat(FilterNames.STANDARD.role("")).isEqualTo(FilterRole.LUMINANCE);
        assertThat(FilterNames.STANDARD.role("   ")).isEqualTo(FilterRole.LUMINANCE);
        assertThat(FilterNames.STANDARD.role("?!")).isEqualTo(FilterRole.UNKNOWN);
    }

    @Test
    void theOperatorsTableWins() {
        FilterNames names = new FilterNames(Map.of("Slot 0", FilterRole.H_ALPHA, "red", FilterRole.S_II));
        assertThat(names.role("slot 0 ")).isEqualTo(FilterRole.H_ALPHA);
        assertThat(names.role("Red")).isEqualTo(FilterRole.S_II);
        assertThat(names.role("Slot 1")).isEqualTo(FilterRole.UNKNOWN);
    }

    @Test
    void labelsAreReadBack() {
        for (FilterRole role : FilterRole.values()) {
            assertThat(FilterRole.labelled(role.label())).contains(role);
            assertThat(FilterRole.labelled(role.name())).contains(role);
        }
        assertThat(FilterRole.labelled("purple")).isEmpty();
    }

    @Test
    void saysWhatTheOperatorsTableNamesByItsRole() {
        FilterNames names = new FilterNames(Map.of("Slot 5", FilterRole.H_ALPHA));

        assertThat(names.plain(" slot 5 ")).isEqualTo("Ha");
        assertThat(names.plain("Astrodon B")).isEqualTo("Astrodon B");
        assertThat(FilterNames.STANDARD.plain("Slot 5")).isEqualTo("Slot 5");
    }
}
