package io.astrochrome.trainer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PerceptualDistanceTest {
    private static final Path FILE =
            Path.of(System.getProperty("astrochrome.shared", "absent"), "weights", "lpips_squeeze_v0.1.safetensors");

    @BeforeEach
    void theValuesAreHere() {
        assumeThat(FILE).as("the shared LPIPS values are not here").exists();
    }

    @Test
    void growsWithTheNoiseThatIsAdded() {
        float[] picture = picture(64);
        try (PerceptualDistance distance = PerceptualDistance.read(FILE)) {
            double none = distance.between(picture, picture, 1, 64, 64)[0];
            double little = distance.between(picture, noisy(picture, 0.05), 1, 64, 64)[0];
            double much = distance.between(picture, noisy(picture, 0.3), 1, 64, 64)[0];
            assertThat(none).isCloseTo(0, within(1e-7));
            assertThat(little).isGreaterThan(0.001);
            assertThat(much).isGreaterThan(1.5 * little);
        }
    }

    @Test
    void itsSlopeIsFiniteAlsoWhereThePicturesAreEqualAndBlack() {
        try (PerceptualDistance distance = PerceptualDistance.read(FILE);
                Tape tape = Tape.recording(Precision.SINGLE, 1)) {
            Value ab = tape.watched(tape.number(0, 1, 2, 32, 32));
            Value made = DifferentiableSrgb.of(tape, tape.number(-1, 1, 1, 32, 32), ab);
            Value loss = tape.mean(distance.of(tape, made, tape.detach(made)));
            float[] slopes = tape.gradients(loss, List.of(ab)).get(0).toFloats();
            assertThat(slopes).doesNotContain(Float.NaN);
        }
    }

    private static float[] picture(int side) {
        float[] picture = new float[3 * side * side];
        for (int i = 0; i < picture.length; i++) {
            int row = i / side;
            picture[i] = (float) (0.5 + 0.4 * Math.sin(0.2 * (i % side)) * Math.cos(0.13 * row));
        }
        return picture;
    }

    private static float[] noisy(float[] picture, double deviation) {
        SplittableRandom random = new SplittableRandom(1);
        float[] noisy = new float[picture.length];
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = (float) Math.max(0, Math.min(1, picture[i] + deviation * random.nextGaussian()));
        }
        return noisy;
    }
}
