package io.astrochrome.imaging.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PaletteRequestTest {
    @Test
    void readsEverythingThatCanBeAskedFor() {
        assertThat(PaletteRequest.parse("sho"))
                .isEqualTo(new PaletteRequest.Named(Palettes.named("sho").orElseThrow()));
        assertThat(PaletteRequest.parse("look:hydrogen-red")).isEqualTo(new PaletteRequest.Look("hydrogen-red", 1));
        assertThat(PaletteRequest.parse("look:sho*1.25")).isEqualTo(new PaletteRequest.Look("sho", 1.25f));
        assertThat(PaletteRequest.parse("none")).isEqualTo(new PaletteRequest.None());
        assertThat(PaletteRequest.parse("target")).isEqualTo(new PaletteRequest.OfTarget());
        assertThat(PaletteRequest.parse("like:" + "0a".repeat(32))).isEqualTo(new PaletteRequest.Like("0a".repeat(32)));
    }

    @Test
    void refusesTheRestAndNamesTheChoices() {
        assertThatThrownBy(() -> PaletteRequest.parse("Sepia"))
                .hasMessage("palette must be one of natural, sho, hoo, infrared, none, target, look:<a look's name> or"
                        + " like:<a frame's id>,"
                        + " not Sepia");
        assertThatThrownBy(() -> PaletteRequest.parse("look:Any one")).hasMessageContaining("a look's name");
        assertThatThrownBy(() -> PaletteRequest.parse("look:sho*3")).hasMessageContaining("0.1 to 2.0, not by 3.0");
        assertThatThrownBy(() -> PaletteRequest.parse("look:sho*0")).hasMessageContaining("not by 0.0");
        assertThatThrownBy(() -> PaletteRequest.parse("look:sho*1e9")).hasMessageContaining("a look's name");
        assertThatThrownBy(() -> PaletteRequest.parse("like:../../secret"))
                .hasMessageContaining("id of 64 hex digits, not ../../secret");
    }
}
