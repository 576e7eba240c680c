package io.astrochrome.trainer.evaluate.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.events.Purpose;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;
import io.astrochrome.trainer.evaluate.Evaluation;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingColoursTest {
    /** A picture of one colour. */
    private static TrainingPicture plain(String id, int side, float l, float a, float b) {
        return new TrainingPicture(
                id,
                id,
                Purpose.TRAIN,
                "",
                "",
                new TensorGrid(side, side, side, side, side, side),
                plane(side, l),
                plane(side, a),
                plane(side, b));
    }

    private static ShortBuffer plane(int side, float value) {
        float[] plane = new float[side * side];
        Arrays.fill(plane, value);
        return ShortBuffer.wrap(HalfFloat.fromFloats(plane));
    }

    private static final TrainingColours COLOURS = TrainingColours.of(new PictureSet(
            List.of(plain("a", 32, 0, 0.25f, 0.5f), plain("b", 64, 0, -0.75f, 0.5f), plain("c", 32, 0.5f, 0.5f, -1))));

    private static Chroma of(ChromaPredictor predictor, float l) {
        NormalisedLab crop = NormalisedLab.ofSize(32, 32);
        Arrays.fill(crop.l(), l);
        return predictor.predict(plain("x", 32, l, 0, 0), crop);
    }

    @Test
    void theMeanColourCountsEachPictureOnceWhateverItsSize() {
        Chroma mean = of(COLOURS.mean(), -0.9f);

        assertThat(mean.a()).hasSize(32 * 32);
        assertThat(mean.a()[9]).isEqualTo(0, within(1e-6f));
        assertThat(mean.b()[9]).isEqualTo(0, within(1e-6f));
        assertThat(COLOURS.mean().name()).isEqualTo("mean colour");
    }

    @Test
    void atEachLightnessItIsTheMeanOfThosePixelsAlone() {
        Chroma dark = of(COLOURS.byLightness(), 0);
        Chroma bright = of(COLOURS.byLightness(), 0.5f);

        assertThat(dark.a()[0]).isEqualTo(-0.25f, within(1e-6f));
        assertThat(dark.b()[0]).isEqualTo(0.5f, within(1e-6f));
        assertThat(bright.a()[0]).isEqualTo(0.5f, within(1e-6f));
        assertThat(bright.b()[0]).isEqualTo(-1, within(1e-6f));
        assertThat(of(COLOURS.byLightness(), -1).a())
                .as("a lightness that no picture has")
                .containsOnly(0f);
    }

    @Test
    void thereIsABinForEachUnitOfLightnessFromBlackToWhite() {
        assertThat(TrainingColours.bin(-1)).isZero();
        assertThat(TrainingColours.bin(0)).isEqualTo(50);
        assertThat(TrainingColours.bin(1)).isEqualTo(100);
        assertThat(TrainingColours.bin(-1.5f)).as("held at black").isZero();
        assertThat(TrainingColours.bin(3)).as("held at white").isEqualTo(100);
        assertThat(TrainingColours.bin(0.0196f)).isEqualTo(51);
    }

    @Test
    void theOracleKnowsThePicturesOwnTintAlone() {
        NormalisedLab crop = NormalisedLab.ofSize(2, 2);
        crop.a()[0] = 1;
        crop.b()[3] = -0.5f;
        Chroma tint = new OracleTintPredictor().predict(plain("x", 32, 0, 0, 0), crop);

        assertThat(tint.a()).containsOnly(0.25f);
        assertThat(tint.b()).containsOnly(-0.125f);
        assertThat(Evaluation.baselines(new PictureSet(List.of())))
                .as("without training pictures")
                .extracting(ChromaPredictor::name)
                .containsExactly("grey", "oracle tint");
    }
}
