package io.astrochrome.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.Purpose;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaletteRulesTest {
    private final PaletteRules rules = new PaletteRules(
            Map.of("Narrowband*", "sho", "raw", "none"), Map.of("NGC *", "natural", "NGC 6960", "hoo"));

    @Test
    void whatTheSenderAsksForGoesFirst() {
        assertThat(rules.of(submission("narrowband", "infrared"), "NGC 6960")).contains("infrared");
    }

    @Test
    void theFolderGoesBeforeTheTarget() {
        assertThat(rules.of(submission("narrowband 2026", null), "NGC 6960")).contains("sho");
        assertThat(rules.of(submission("raw", null), "NGC 6960")).contains("none");
    }

    @Test
    void theLongestNameThatMatchesCounts() {
        assertThat(rules.of(submission("night1", null), "ngc 6960")).contains("hoo");
        assertThat(rules.of(submission(null, null), "NGC 7000")).contains("natural");
        assertThat(rules.of(submission(null, null), "M 31")).isEmpty();
    }

    @Test
    void aPaletteThatNobodyKnowsStopsTheStartAndNamesItsRule() {
        assertThatThrownBy(() -> new PaletteRules(Map.of(), Map.of("M 31", "sepia")))
                .hasMessageStartingWith("astrochrome.ingest.target-palettes.\"M 31\": palette must be one of natural");
    }

    private static Submission submission(String folder, String palette) {
        return new Submission(
                "a.fits",
                Optional.empty(),
                Optional.ofNullable(folder),
                Purpose.LIVE,
                Optional.ofNullable(palette),
                "test",
                Labels.NONE);
    }
}
