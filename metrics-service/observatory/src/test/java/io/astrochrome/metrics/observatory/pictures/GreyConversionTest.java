package io.astrochrome.metrics.observatory.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.color.Cielab;
import java.awt.image.BufferedImage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class GreyConversionTest {
    /** Half a step of eight bits where it is the most of L*, 0.254, and the rounding of the conversion's table. */
    private static final double HALF_STEP = 0.27;

    @Property(tries = 5000)
    void keepsTheLightnessOfEveryColour(@ForAll @IntRange(min = 0, max = 0xffffff) int rgb) {
        BufferedImage colour = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        colour.setRGB(0, 0, rgb);

        int grey = GreyConversion.of(colour).getRaster().getSample(0, 0, 0);

        double[] lab = new double[3];
        Cielab.srgbToLab((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, lab);
        assertThat(Cielab.greyToLstar(grey / 255.0)).isCloseTo(lab[0], within(HALF_STEP));
    }
}
