package io.astrochrome.trainer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.color.Cielab;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DifferentiableSrgbTest {
    @Test
    void givesTheColoursOfTheImagingModule() {
        SplittableRandom random = new SplittableRandom(1);
        int pixels = 1024;
        double[] l = new double[pixels];
        double[] ab = new double[2 * pixels];
        double[] expected = new double[3 * pixels];
        for (int i = 0; i < pixels; i++) {
            double[] lab = new double[3];
            Cielab.srgbToLab(random.nextDouble(), random.nextDouble(), random.nextDouble(), lab);
            l[i] = lab[0] / 50 - 1;
            ab[i] = lab[1] / 110;
            ab[pixels + i] = lab[2] / 110;
            double[] rgb = new double[3];
            Cielab.labToSrgb(lab[0], lab[1], lab[2], rgb);
            for (int channel = 0; channel < 3; channel++) {
                expected[channel * pixels + i] = rgb[channel];
            }
        }
        try (Tape tape = Tape.silent(Precision.DOUBLE)) {
            double[] made = DifferentiableSrgb.of(tape, tape.of(l, 1, 1, 32, 32), tape.of(ab, 1, 2, 32, 32))
                    .toDoubles();
            for (int i = 0; i < made.length; i++) {
                assertThat(made[i]).isCloseTo(expected[i], within(2e-4));
            }
        }
    }
}
