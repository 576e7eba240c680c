package io.astrochrome.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.Pictures;
import io.astrochrome.trainer.data.TensorStore;
import io.astrochrome.trainer.data.TrainingPicture;
import io.astrochrome.trainer.evaluate.predict.Chroma;
import io.astrochrome.trainer.evaluate.predict.ChromaPredictor;
import io.astrochrome.trainer.evaluate.predict.GreyPredictor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {
    private static final int SIDE = 32;
    private static final int CELL = SIDE + 4;
    private static final int STRIP = 3 * CELL + 12;

    @TempDir
    private Path folder;

    private PictureSet pictures;

    @BeforeEach
    void sevenPictures() throws IOException {
        pictures = Pictures.fill(new TensorStore(folder.resolve("tensors")), 0, 7);
    }

    /** The truth's colours, exchanged. */
    private record Exchanged() implements ChromaPredictor {
        @Override
        public String name() {
            return "exchanged";
        }

        @Override
        public Chroma predict(TrainingPicture picture, NormalisedLab crop) {
            return new Chroma(crop.b(), crop.a());
        }
    }

    private BufferedImage sheet(int count, ChromaPredictor... predictors) throws IOException {
        Path file = folder.resolve("sheet.png");
        new ContactSheet(new EvaluationCrop(SIDE), List.of(predictors))
                .write(ContactSheet.evenly(pictures, count), file);
        return ImageIO.read(file.toFile());
    }

    @Test
    void picturesAreTakenEvenlyFromAllOfTheSet() {
        assertThat(ContactSheet.evenly(pictures, 3))
                .extracting(TrainingPicture::name)
                .containsExactly("picture-0.png", "picture-2.png", "picture-4.png");
        assertThat(ContactSheet.evenly(pictures, 7)).isEqualTo(pictures.pictures());
        assertThat(ContactSheet.evenly(pictures, 100)).hasSize(7);
        assertThat(ContactSheet.evenly(pictures, 0)).isEmpty();
    }

    @Test
    void aStripHasGreyThePredictionAndTheTruthSideBySide() throws IOException {
        BufferedImage sheet = sheet(1, new Exchanged());

        assertThat(sheet.getWidth()).isEqualTo(STRIP);
        assertThat(sheet.getHeight()).isEqualTo(CELL);
        boolean differs = false;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int grey = sheet.getRGB(x, y);
                assertThat(grey & 0xff).isEqualTo(grey >> 8 & 0xff).isEqualTo(grey >> 16 & 0xff);
                differs |= sheet.getRGB(x + CELL, y) != sheet.getRGB(x + 2 * CELL, y);
            }
        }
        assertThat(differs).isTrue();
        assertThat(sheet.getRGB(SIDE, 5)).as("the gap between two cells").isEqualTo(0xff000000);
    }

    @Test
    void whatIsPredictedRightlyLooksLikeTheTruth() throws IOException {
        BufferedImage sheet = sheet(1, new ChromaPredictor() {
            @Override
            public String name() {
                return "truth";
            }

            @Override
            public Chroma predict(TrainingPicture picture, NormalisedLab crop) {
                return new Chroma(crop.a(), crop.b());
            }
        });

        for (int i = 0; i < SIDE * SIDE; i++) {
            assertThat(sheet.getRGB(CELL + i % SIDE, i % SIDE)).isEqualTo(sheet.getRGB(2 * CELL + i % SIDE, i % SIDE));
        }
    }

    @Test
    void threeStripsOfThreeCellsAreARow() throws IOException {
        BufferedImage sheet = sheet(7, new Exchanged());

        assertThat(sheet.getWidth()).isEqualTo(3 * STRIP);
        assertThat(sheet.getHeight()).isEqualTo(3 * CELL);
        assertThat(sheet.getRGB(STRIP + 3, 2 * CELL + 3))
                .as("the last row has one picture")
                .isEqualTo(0xff000000);
    }

    @Test
    void manyPredictorsLeaveAPictureARowOfItsOwn() throws IOException {
        ChromaPredictor grey = new GreyPredictor();
        BufferedImage sheet = sheet(2, grey, grey, grey, grey, grey, grey, grey, grey, grey);

        assertThat(sheet.getWidth()).isEqualTo(11 * CELL + 12);
        assertThat(sheet.getHeight()).isEqualTo(2 * CELL);
    }
}
