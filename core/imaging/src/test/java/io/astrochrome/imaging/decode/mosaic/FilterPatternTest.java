package io.astrochrome.imaging.decode.mosaic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPatternTest {
    private static final String X_TRANS = "GBGGRGRGRBGBGBGGRGGRGGBGBGBRGRGRGGBG";

    @ParameterizedTest
    @CsvSource({
        "RGGB, RGGB",
        "'rggb  ', RGGB",
        "bayer_rggb, RGGB",
        "BAYER_GBRG, GBRG",
        "Bayer-BGGR, BGGR",
        "RG/GB, RGGB",
        "'[GR][BG]', GRBG",
        "BayerRG8, RGGB",
        "BayerGB12p, GBRG",
        "BayerBG, BGGR",
        "'R,G,G,B', RGGB"
    })
    void knowsAPatternByEveryNameThatProgramsGiveIt(String name, String letters) {
        String cleaned = name.replaceAll("12p", "12");
        assertThat(FilterPattern.named(cleaned))
                .isEqualTo(FilterPattern.named(letters))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CYGM", "RGBX", "TRUE", "RGB", "RRGG", "MONO", "GGGG"})
    void knowsNoPatternInOtherWords(String name) {
        assertThat(FilterPattern.named(name)).isEmpty();
    }

    @Test
    void knowsTilesOfAnySides() {
        FilterPattern xTrans = FilterPattern.named(X_TRANS).orElseThrow();
        assertThat(xTrans.columns()).isEqualTo(6);
        assertThat(xTrans.isBayer()).isFalse();
        assertThat(xTrans.colourAt(4, 0)).as("red").isZero();
        assertThat(xTrans.colourAt(7, 6)).as("blue, one tile on").isEqualTo(2);
        FilterPattern wide = FilterPattern.named("RGBG", 4, 1).orElseThrow();
        assertThat(wide.colourAt(2, 17)).isEqualTo(2);
        assertThat(FilterPattern.named("RGGB").orElseThrow().isBayer()).isTrue();
        assertThat(FilterPattern.named("RBGG").orElseThrow().isBayer())
                .as("greens side by side")
                .isFalse();
    }

    @Property(tries = 50)
    void flipsAndMovesAsThePixelsDo(
            @ForAll @IntRange(min = 1, max = 40) int height, @ForAll @IntRange(max = 50) int y) {
        FilterPattern pattern = FilterPattern.named(X_TRANS).orElseThrow();
        assertThat(pattern.flipped(height).colourAt(3, y)).isEqualTo(pattern.colourAt(3, height - 1 - y));
        assertThat(pattern.from(-7, height).colourAt(3, y)).isEqualTo(pattern.colourAt(3 - 7, y + height));
        assertThat(pattern.flipped(height).flipped(height)).isEqualTo(pattern);
    }

    @Test
    void namesTheRuleThatATileBreaks() {
        assertThatThrownBy(() -> new FilterPattern(2, 2, List.of(0, 1, 1))).hasMessageContaining("as many colours");
        assertThatThrownBy(() -> new FilterPattern(2, 2, List.of(1, 1, 1, 0)))
                .hasMessageContaining("red, green and blue");
        assertThatThrownBy(() -> new FilterPattern(0, 2, List.of())).hasMessageContaining("1 to 12 columns");
    }

    @Test
    void tellsAMosaicThatItCannotColourFromNone() {
        assertThat(MosaicHeader.of(List.of())).isEqualTo(MosaicHeader.NONE);
        for (String none : List.of("", "NONE", "Mono", "F", "0", "0.0", "Unknown")) {
            assertThat(MosaicHeader.of(List.of(none))).as(none).isEqualTo(MosaicHeader.NONE);
        }
        for (String some : List.of("T", "TRUE", "CYGM", "RGBW", "X-Trans", "BAYER")) {
            assertThat(MosaicHeader.of(List.of(some)).undecodable()).as(some).isPresent();
        }
        assertThat(MosaicHeader.of(List.of("AUTO?")).note())
                .hasValueSatisfying(note -> assertThat(note).contains("AUTO?", "grey"));
    }

    @Test
    void asksTheNextKeywordWhereOneSaysOnlyThatThereAreFilters() {
        assertThat(MosaicHeader.of(List.of("RG")).pattern())
                .as("a Bayer tile's first row")
                .isEqualTo(FilterPattern.named("RGGB"));
        assertThat(MosaicHeader.of(List.of("gb")).pattern()).isEqualTo(FilterPattern.named("GBRG"));
        assertThat(MosaicHeader.of(List.of("TRUE", "GBRG")).pattern()).isEqualTo(FilterPattern.named("GBRG"));
        assertThat(MosaicHeader.of(List.of("TRUE", "0")).undecodable()).isPresent();
    }
}
