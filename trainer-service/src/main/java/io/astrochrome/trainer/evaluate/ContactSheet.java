package io.astrochrome.trainer.evaluate;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures side by side: grey, predicted, true; several such triples in a row. */
public final class ContactSheet {
    private static final int COLUMNS = 3;
    private static final int TRIPLES_A_ROW = 3;
    private static final int GAP = 4;
    private static final int BETWEEN_TRIPLES = 12;

    private final EvaluationCrop crop;
    private final ChromaPredictor predictor;

    public ContactSheet(EvaluationCrop crop, ChromaPredictor predictor) {
        this.crop = crop;
        this.predictor = predictor;
    }

    /**
     * Writes a PNG of at most {@code most} pictures, evenly taken from the set.
     *
     * @throws IOException where it cannot be written
     */
    public void write(PictureSet set, int most, Path file) throws IOException {
        int count = Math.min(most, set.size());
        List<TrainingPicture> all = set.pictures();
        int tripleWidth = COLUMNS * (crop.side() + GAP) + BETWEEN_TRIPLES;
        int rows = (count + TRIPLES_A_ROW - 1) / TRIPLES_A_ROW;
        BufferedImage sheet = new BufferedImage(
                Math.min(count, TRIPLES_A_ROW) * tripleWidth, rows * (crop.side() + GAP), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < count; i++) {
            NormalisedLab truth =
                    crop.of(all.get((int) ((long) i * all.size() / count)).planes());
            int left = i % TRIPLES_A_ROW * tripleWidth;
            int top = i / TRIPLES_A_ROW * (crop.side() + GAP);
            draw(sheet, left, top, truth, null);
            draw(sheet, left + crop.side() + GAP, top, truth, predictor.predict(truth));
            draw(sheet, left + 2 * (crop.side() + GAP), top, truth, new Chroma(truth.a(), truth.b()));
        }
        if (!ImageIO.write(sheet, "png", file.toFile())) {
            throw new IOException("no PNG writer is there for " + file);
        }
    }

    private static void draw(BufferedImage sheet, int left, int top, NormalisedLab picture, Chroma chroma) {
        LabImage lab = new LabImage(picture.width(), picture.height(), LabScale.lStar(picture.l()), null, null);
        float[][] rgb = LabPlanes.toSrgb(
                chroma == null ? lab : lab.withChroma(LabScale.chroma(chroma.a()), LabScale.chroma(chroma.b())));
        for (int i = 0; i < rgb[0].length; i++) {
            int colour =
                    Math.round(255 * rgb[0][i]) << 16 | Math.round(255 * rgb[1][i]) << 8 | Math.round(255 * rgb[2][i]);
            sheet.setRGB(left + i % picture.width(), top + i / picture.width(), colour);
        }
    }
}
