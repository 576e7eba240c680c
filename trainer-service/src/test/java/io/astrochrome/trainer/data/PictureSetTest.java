package io.astrochrome.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.Purpose;
import io.astrochrome.storage.Sha256;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PictureSetTest {
    private static final int SIDE = 32;
    private static final int WIDTH = 5;
    private static final int HEIGHT = 3;

    /** A picture of five columns and three rows in a tensor of 32 x 32, whose padding is a 2 that no picture has. */
    private static TrainingPicture picture(String id, Purpose purpose) {
        float[] l = new float[SIDE * SIDE];
        java.util.Arrays.fill(l, 2);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                l[y * SIDE + x] = (10 * y + x) / 64f;
            }
        }
        float[] negative = new float[l.length];
        float[] half = new float[l.length];
        for (int i = 0; i < l.length; i++) {
            negative[i] = -l[i];
            half[i] = l[i] / 2;
        }
        return new TrainingPicture(
                id,
                id + ".png",
                purpose,
                "a group",
                "nebula",
                new TensorGrid(WIDTH, HEIGHT, SIDE, SIDE, WIDTH, HEIGHT),
                ShortBuffer.wrap(HalfFloat.fromFloats(l)),
                ShortBuffer.wrap(HalfFloat.fromFloats(negative)),
                ShortBuffer.wrap(HalfFloat.fromFloats(half)));
    }

    private static List<TrainingPicture> pictures() {
        return List.of(
                picture("c", Purpose.TRAIN),
                picture("a", Purpose.VALIDATION),
                picture("d", Purpose.TRAIN),
                picture("b", Purpose.TRAIN));
    }

    @Test
    void theOrderIsThatOfTheIdsHoweverPicturesCome() {
        List<TrainingPicture> shuffled = new ArrayList<>(pictures());
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            PictureSet set = new PictureSet(shuffled);

            assertThat(set.pictures()).extracting(TrainingPicture::id).containsExactly("a", "b", "c", "d");
            assertThat(set.hash()).isEqualTo(new PictureSet(pictures()).hash());
        }
    }

    @Test
    void theHashIsOfTheIdsAndTheirSides() {
        String text = "a VALIDATION\nb TRAIN\nc TRAIN\nd TRAIN\n";

        assertThat(new PictureSet(pictures()).hash()).isEqualTo(Sha256.of(text.getBytes(StandardCharsets.US_ASCII)));
        assertThat(new PictureSet(List.of(picture("a", Purpose.TRAIN))).hash())
                .isNotEqualTo(new PictureSet(List.of(picture("a", Purpose.VALIDATION))).hash());
        assertThat(new PictureSet(List.of()).hash()).isEqualTo(Sha256.of(new byte[0]));
    }

    @Test
    void eachSideOfTheSplitIsASetOfItsOwn() {
        PictureSet set = new PictureSet(pictures());

        assertThat(set.of(Purpose.TRAIN).pictures())
                .extracting(TrainingPicture::id)
                .containsExactly("b", "c", "d");
        assertThat(set.of(Purpose.VALIDATION).size()).isEqualTo(1);
        assertThat(set.of(Purpose.LIVE).size()).isZero();
    }

    @Test
    void aPicturesPlanesAreWithoutThePadding() {
        NormalisedLab planes = picture("a", Purpose.TRAIN).planes();

        assertThat(planes.width()).isEqualTo(WIDTH);
        assertThat(planes.height()).isEqualTo(HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                float l = (10 * y + x) / 64f;
                assertThat(planes.l()[y * WIDTH + x]).isEqualTo(l);
                assertThat(planes.a()[y * WIDTH + x]).isEqualTo(-l);
                assertThat(planes.b()[y * WIDTH + x]).isEqualTo(l / 2);
            }
        }
    }

    @Test
    void planesAreReadAnewEachTime() {
        TrainingPicture picture = picture("a", Purpose.TRAIN);
        picture.planes().l()[0] = 77;

        assertThat(picture.planes().l()[0]).isZero();
    }

    @Test
    void anotherManifestDescribesTheSamePixelsOtherwise() {
        TrainingPicture before = picture("a", Purpose.TRAIN);
        TrainingPicture after = before.described("m31.png", Purpose.VALIDATION, "m31", "galaxy");

        assertThat(after.id()).isEqualTo("a");
        assertThat(after.name()).isEqualTo("m31.png");
        assertThat(after.purpose()).isEqualTo(Purpose.VALIDATION);
        assertThat(after.group()).isEqualTo("m31");
        assertThat(after.category()).isEqualTo("galaxy");
        assertThat(after.planes().l()).isEqualTo(before.planes().l());
    }
}
