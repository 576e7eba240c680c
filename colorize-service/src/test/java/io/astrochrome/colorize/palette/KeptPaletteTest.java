package io.astrochrome.colorize.palette;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.palette.Palette;
import io.astrochrome.imaging.palette.PaletteTrust;
import io.astrochrome.imaging.palette.Swatch;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptPaletteTest {
    private static final Swatch RED = new Swatch(50, 60, 30, 1);

    @TempDir
    private Path folder;

    private final PicturePalette pictures = new PicturePalette(new FrameDecoder(DecodeLimits.DEFAULT));

    private static KeptPalette kept(boolean measured) {
        return new KeptPalette("M 42", "a frame", List.of(RED), measured, null);
    }

    @Test
    void isReadAsItWasWritten() throws Exception {
        assertThat(EventCodec.fromJson(EventCodec.toJson(kept(true)), KeptPalette.class))
                .isEqualTo(kept(true));
    }

    @Test
    void isReadAsAnEarlierVersionWroteIt() throws Exception {
        String earlier = "{\"target\":\"M 42\",\"frameId\":\"a frame\",\"swatches\":"
                + "[{\"lStar\":50,\"a\":60,\"b\":30,\"share\":1}]}";

        assertThat(EventCodec.fromJson(earlier.getBytes(UTF_8), KeptPalette.class))
                .isEqualTo(kept(false));
    }

    @Test
    void whatIsNoneIsRefused() {
        for (String none : List.of(
                "{}",
                "[]",
                "",
                "{\"target\":\"M 42\",\"frameId\":\"a frame\"}",
                "{\"target\":\"M 42\",\"frameId\":\"a frame\",\"swatches\":[{\"lStar\":500,\"a\":0,\"b\":0,\"share\":1}]}")) {
            assertThatThrownBy(() -> EventCodec.fromJson(none.getBytes(UTF_8), KeptPalette.class))
                    .as(none)
                    .isInstanceOf(EventFormatException.class);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeptPalette(null, "a frame", List.of(RED), false, null));
    }

    @Test
    void coloursThatWereMeasuredAreCertainAndOthersOnlyKindred() {
        assertThat(kept(true).trust()).isEqualTo(PaletteTrust.CERTAIN);
        assertThat(kept(false).trust()).isEqualTo(PaletteTrust.KINDRED);
    }

    @Test
    void itsPaletteIsTheTargets() {
        assertThat(kept(false).palette()).isEqualTo(new Palette("target", List.of(RED)));
    }

    @Test
    void itsSwatchesAreItsOwn() {
        List<Swatch> swatches = new ArrayList<>(List.of(RED));
        KeptPalette kept = new KeptPalette("M 42", "a frame", swatches, false, null);
        swatches.clear();

        assertThat(kept.swatches()).containsExactly(RED);
    }

    private Path picture(String name, int type, int rgb) throws IOException {
        BufferedImage picture = new BufferedImage(300, 240, type);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, rgb);
            }
        }
        Path file = folder.resolve(name);
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    @Test
    void aPictureOfOneColourHasAPaletteOfOneColour() throws Exception {
        Palette palette = pictures.of(picture("red.png", BufferedImage.TYPE_INT_RGB, 0xff0000), "red.png");

        assertThat(palette.name()).isEqualTo("red.png");
        assertThat(palette.swatches()).singleElement().satisfies(swatch -> {
            // The red primary of sRGB in CIELAB, D65.
            assertThat((double) swatch.lStar()).isCloseTo(53.24, within(0.2));
            assertThat((double) swatch.a()).isCloseTo(80.09, within(0.3));
            assertThat((double) swatch.b()).isCloseTo(67.20, within(0.3));
        });
    }

    @Test
    void aPictureWithoutColourAndWhatIsNoPictureAreRefusedByName() throws Exception {
        Path grey = picture("grey.png", BufferedImage.TYPE_BYTE_GRAY, 0x777777);
        Path text = Files.writeString(folder.resolve("text.png"), "no picture");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> pictures.of(grey, "grey.png"))
                .withMessage("grey.png has no colour to take a palette of");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pictures.of(text, "text.png"))
                .withMessageContaining("text.png");
    }
}
