package io.astrochrome.metrics.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameTrial;
import io.astrochrome.events.Topics;
import io.astrochrome.metrics.sample.SampleFrame;
import java.awt.image.BufferedImage;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ColoursTest {
    private static final Instant NIGHT = Instant.parse("2026-11-22T20:00:00Z");

    private final FrameColorized shown = SampleFrame.of(
                    "M 42", "light.fits", new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), NIGHT)
            .colorized(SampleFrame.MODEL, 0.5);
    private final FrameTrial unseen = new FrameTrial(
            shown.frame(),
            shown.geometry(),
            SampleFrame.sha256("a challenger"),
            "a challenger",
            FrameTrial.SHADOW,
            12,
            NIGHT,
            shown.a(),
            shown.b());

    @Test
    void areReadAlikeWhetherTheyWereShownOrNot() throws EventFormatException {
        Colours ofShown = Colours.read(Topics.COLORIZED, EventCodec.toBytes(shown));
        Colours ofUnseen = Colours.read(Topics.COLORIZED_SHADOW, EventCodec.toBytes(unseen));

        assertThat(ofShown.frameId()).isEqualTo(shown.frame().frameId());
        assertThat(ofShown.modelId()).isEqualTo(SampleFrame.MODEL);
        assertThat(ofUnseen.modelId()).isEqualTo(SampleFrame.sha256("a challenger"));
        assertThat(ofUnseen)
                .usingRecursiveComparison()
                .ignoringFields("modelId")
                .isEqualTo(ofShown);
        assertThat(ofShown.geometry()).isEqualTo(shown.geometry());
        assertThat(ofShown.a()).isEqualTo(shown.a());
        assertThat(ofShown.b()).isEqualTo(shown.b());
    }

    @Test
    void ofARecordThatIsNoneAreRefused() {
        assertThatThrownBy(() -> Colours.read(Topics.COLORIZED, new byte[] {1, 2, 3}))
                .isInstanceOf(EventFormatException.class)
                .hasMessageStartingWith("not a FrameColorized");
        assertThatThrownBy(() -> Colours.read(Topics.COLORIZED_SHADOW, EventCodec.toBytes(shown)))
                .as("what was shown says no occasion")
                .isInstanceOf(EventFormatException.class)
                .hasMessageStartingWith("not a FrameTrial");
    }
}
