package io.astrochrome.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.astrochrome.events.Purpose;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;
import io.astrochrome.trainer.recipe.LookSource;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookBeginningsTest {
    private static final int SIDE = 32;
    private static final int PALETTE = 28;

    /** Ids decide the order. */
    private static TrainingPicture picture(String id, String name, float a, float b) {
        return new TrainingPicture(
                id,
                name,
                Purpose.TRAIN,
                "",
                "",
                new TensorGrid(SIDE, SIDE, SIDE, SIDE, SIDE, SIDE),
                plane(0),
                plane(a),
                plane(b));
    }

    private static ShortBuffer plane(float value) {
        float[] plane = new float[SIDE * SIDE];
        Arrays.fill(plane, value);
        return ShortBuffer.wrap(HalfFloat.fromFloats(plane));
    }

    private static LookSource look(String name, String picture) {
        return new LookSource(name, picture, 1, 0.4, List.of());
    }

    private static final PictureSet PICTURES = new PictureSet(List.of(
            picture("1", "ngc-red.png", 0.4f, 0.2f),
            picture("2", "a rose.png", 0.3f, 0.1f),
            picture("3", "ngc-blue.png", -0.1f, -0.4f),
            picture("4", "a night.png", 0, -0.3f)));

    @Test
    void eachPictureBeginsWithTheLookWhosePictureItIsLike() throws RunException {
        List<LookSource> redFirst = List.of(look("red", "ngc-red"), look("blue", "ngc-blue"));
        List<LookSource> blueFirst = List.of(look("blue", "blue"), look("red", "ngc-red"));

        assertThat(LookBeginnings.of(redFirst, PICTURES, PALETTE)).containsExactly(0, 0, 1, 1);
        assertThat(LookBeginnings.of(blueFirst, PICTURES, PALETTE)).containsExactly(1, 1, 0, 0);
    }

    @Test
    void whatIsLikeTwoLooksAlikeBeginsWithTheFirst() throws RunException {
        assertThat(LookBeginnings.of(List.of(look("one", "ngc-red"), look("same", "ngc-red")), PICTURES, PALETTE))
                .containsOnly(0);
    }

    @Test
    void aLookIsOfOnePictureAndNoMore() {
        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> LookBeginnings.of(List.of(look("red", "ngc")), PICTURES, PALETTE))
                .withMessage("the look red is of the picture ngc: 2 pictures to learn from have that name");
        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> LookBeginnings.of(List.of(look("red", "m31")), PICTURES, PALETTE))
                .withMessage("the look red is of the picture m31: 0 pictures to learn from have that name");
    }
}
