package io.astrochrome.trainer.evaluate;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;
import io.astrochrome.trainer.evaluate.predict.Chroma;
import io.astrochrome.trainer.evaluate.predict.ChromaPredictor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Pictures side by side: grey, as predicted by each predictor, true; several such strips in a row. */
public final class ContactSheet {
    /** About as many cells in a row. */
    private static final int CELLS_A_ROW = 9;

    private static final int GAP = 4;
    private static final int BETWEEN_STRIPS = 12;

    private final EvaluationCrop crop;
    private final List<ChromaPredictor> predictors;

    public ContactSheet(EvaluationCrop crop, List<ChromaPredictor> predictors) {
        this.crop = crop;
        this.predictors = List.copyOf(predictors);
    }

    /** At most {@code most} pictures, evenly taken from the set. */
    public static List<TrainingPicture> evenly(PictureSet set, int most) {
        int count = Math.min(most, set.size());
        List<TrainingPicture> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(set.pictures().get((int) ((long) i * set.size() / count)));
        }
        return chosen;
    }

    /**
     * The pictures whose names hold one of these words, in the words' order.
     *
     * @throws IllegalArgumentException where a word fits no picture
     */
    public static List<TrainingPicture> named(PictureSet set, List<String> words) {
        List<TrainingPicture> chosen = new ArrayList<>();
        for (String word : words) {
            chosen.add(set.pictures().stream()
                    .filter(picture -> picture.name().contains(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no picture's name holds " + word)));
        }
        return chosen;
    }

    /**
     * Writes a PNG of those pictures.
     *
     * @throws IOException where it cannot be written
     */
    public void write(List<TrainingPicture> pictures, Path file) throws IOException {
        int cells = predictors.size() + 2;
        int strips = Math.max(1, CELLS_A_ROW / cells);
        int cell = crop.side() + GAP;
        int rows = (pictures.size() + strips - 1) / strips;
        BufferedImage sheet = new BufferedImage(
                Math.min(pictures.size(), strips) * (cells * cell + BETWEEN_STRIPS),
                rows * cell,
                BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < pictures.size(); i++) {
            int left = i % strips * (cells * cell + BETWEEN_STRIPS);
            strip(sheet, left, i / strips * cell, pictures.get(i));
        }
        if (!ImageIO.write(sheet, "png", file.toFile())) {
            throw new IOException("no PNG writer is there for " + file);
        }
    }

    private void strip(BufferedImage sheet, int left, int top, TrainingPicture picture) {
        NormalisedLab truth = crop.of(picture.planes());
        int x = left;
        draw(sheet, x, top, truth, null);
        for (ChromaPredictor predictor : predictors) {
            x += crop.side() + GAP;
            draw(sheet, x, top, truth, predictor.predict(picture, truth));
        }
        draw(sheet, x + crop.side() + GAP, top, truth, new Chroma(truth.a(), truth.b()));
    }

    private static void draw(BufferedImage sheet, int left, int top, NormalisedLab picture, @Nullable Chroma chroma) {
        LabImage lab = picture.picture();
        float[][] rgb = LabPlanes.toSrgb(
                chroma == null
                        ? lab.withChroma(null, null)
                        : lab.withChroma(LabScale.chroma(chroma.a()), LabScale.chroma(chroma.b())));
        for (int i = 0; i < rgb[0].length; i++) {
            int colour =
                    Math.round(255 * rgb[0][i]) << 16 | Math.round(255 * rgb[1][i]) << 8 | Math.round(255 * rgb[2][i]);
            sheet.setRGB(left + i % picture.width(), top + i / picture.width(), colour);
        }
    }
}
