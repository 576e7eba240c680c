package io.astrochrome.trainer.run;

import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;
import io.astrochrome.trainer.evaluate.predict.PaletteHints;
import io.astrochrome.trainer.recipe.LookSource;
import java.util.List;

/** Which look each picture is learnt from with at first. */
final class LookBeginnings {
    private LookBeginnings() {}

    /**
     * For each picture the look whose own picture's palette is nearest.
     *
     * @throws RunException where a look's picture is not among them, or its name fits several
     */
    static int[] of(List<LookSource> looks, PictureSet pictures, int paletteWidth) throws RunException {
        float[][] own = new float[looks.size()][];
        for (int look = 0; look < own.length; look++) {
            own[look] = PaletteHints.of(named(looks.get(look), pictures).planes(), paletteWidth);
        }
        int[] beginnings = new int[pictures.size()];
        for (int i = 0; i < beginnings.length; i++) {
            beginnings[i] = nearest(PaletteHints.of(pictures.pictures().get(i).planes(), paletteWidth), own);
        }
        return beginnings;
    }

    private static TrainingPicture named(LookSource look, PictureSet pictures) throws RunException {
        List<TrainingPicture> found = pictures.pictures().stream()
                .filter(picture -> picture.name().contains(look.picture()))
                .toList();
        if (found.size() != 1) {
            throw new RunException("the look " + look.name() + " is of the picture " + look.picture() + ": "
                    + found.size() + " pictures to learn from have that name");
        }
        return found.get(0);
    }

    private static int nearest(float[] palette, float[][] looks) {
        int nearest = 0;
        for (int look = 1; look < looks.length; look++) {
            if (distance(palette, looks[look]) < distance(palette, looks[nearest])) {
                nearest = look;
            }
        }
        return nearest;
    }

    private static double distance(float[] first, float[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += (first[i] - second[i]) * (first[i] - second[i]);
        }
        return sum;
    }
}
