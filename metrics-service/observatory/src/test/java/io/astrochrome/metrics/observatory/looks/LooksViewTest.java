package io.astrochrome.metrics.observatory.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.color.Cielab;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.metrics.registry.looks.LookedFrame;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooksViewTest {
    private static final String ADDRESS = "data:image/jpeg;base64,";

    /** Levels that a flat JPEG may be off. */
    private static final int JPEG_NOISE = 4;

    private static LabImage flat(int width, int height, float lStar, float a, float b) {
        float[][] planes = new float[3][width * height];
        Arrays.fill(planes[0], lStar);
        Arrays.fill(planes[1], a);
        Arrays.fill(planes[2], b);
        return new LabImage(width, height, planes[0], planes[1], planes[2]);
    }

    private static LooksView view(String palette, LookedFrame.OfLook... looks) throws IOException {
        return LooksView.of(new LookedFrame("frame", "model", List.of(looks)), palette);
    }

    private static BufferedImage picture(LooksView.Choice choice) throws IOException {
        assertThat(choice.picture()).startsWith(ADDRESS);
        return ImageIO.read(new ByteArrayInputStream(
                Base64.getDecoder().decode(choice.picture().substring(ADDRESS.length()))));
    }

    @Test
    void keepsTheLooksInTheirOrderWithWhatTheyAre() throws IOException {
        LooksView view = view(
                "look:warm",
                new LookedFrame.OfLook("warm", 0.75, flat(2, 2, 50, 0, 0)),
                new LookedFrame.OfLook("cold", 0.25, flat(2, 2, 50, 0, 0)));

        assertThat(view.looks()).extracting(LooksView.Choice::name).containsExactly("warm", "cold");
        assertThat(view.looks()).extracting(LooksView.Choice::likelihood).containsExactly(0.75, 0.25);
        assertThat(view.palette()).isEqualTo("look:warm");
        assertThat(view.frameId()).isEqualTo("frame");
        assertThat(view.modelId()).isEqualTo("model");
    }

    @Test
    void aModelWithoutLooksOffersNone() throws IOException {
        assertThat(view(null).looks()).isEmpty();
        assertThat(view(null).palette()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "100, 0, 0", "50, 0, 0", "60, 40, 20", "40, -30, 30", "55, 10, -50"})
    void thePictureHasTheColoursOfTheLook(float lStar, float a, float b) throws IOException {
        BufferedImage picture = picture(view(null, new LookedFrame.OfLook("a look", 1, flat(32, 16, lStar, a, b)))
                .looks()
                .get(0));

        assertThat(picture.getWidth()).isEqualTo(32);
        assertThat(picture.getHeight()).isEqualTo(16);
        double[] rgb = new double[3];
        Cielab.labToSrgb(lStar, a, b, rgb);
        for (int channel = 0; channel < 3; channel++) {
            int level = picture.getRGB(16, 8) >> (16 - 8 * channel) & 0xff;
            assertThat((double) level).isCloseTo(255 * rgb[channel], within((double) JPEG_NOISE));
        }
    }

    @Test
    void aColourThatNoScreenShowsIsClippedAndDoesNotWrapAround() throws IOException {
        BufferedImage picture = picture(view(null, new LookedFrame.OfLook("garish", 1, flat(16, 16, 60, 120, 100)))
                .looks()
                .get(0));

        assertThat(picture.getRGB(8, 8) >> 16 & 0xff).as("red").isGreaterThan(245);
        assertThat(picture.getRGB(8, 8) & 0xff).as("blue").isLessThan(10);
    }

    @Test
    void rowsStayRows() throws IOException {
        LabImage lab = flat(32, 16, 0, 0, 0);
        Arrays.fill(lab.lStar(), 0, 32 * 8, 100);
        BufferedImage picture = picture(
                view(null, new LookedFrame.OfLook("a look", 1, lab)).looks().get(0));

        assertThat(picture.getRGB(28, 2) & 0xff).isGreaterThan(240);
        assertThat(picture.getRGB(4, 13) & 0xff).isLessThan(15);
    }
}
