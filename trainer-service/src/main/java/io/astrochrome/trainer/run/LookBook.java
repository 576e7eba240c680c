package io.astrochrome.trainer.run;

import io.astrochrome.imaging.palette.PaletteLayout;
import io.astrochrome.imaging.palette.PaletteTally;
import io.astrochrome.model.Look;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;
import io.astrochrome.trainer.objective.Learner;
import io.astrochrome.trainer.recipe.LookSource;
import io.astrochrome.trainer.recipe.Recipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The looks that a recipe offers: whose palettes they are, and their names beside what a learner holds of them. */
final class LookBook {
    private LookBook() {}

    /**
     * Gives the learner the recipe's looks: those of the model that the run goes on from where it has the same, which need
     * none of their pictures; else the palettes of the pictures that the recipe names.
     *
     * @param known the looks of the model that is gone on from
     * @throws RunException where a picture is not among those to learn from, or a name fits several
     */
    static void open(Recipe recipe, List<Look> known, PictureSet training, Learner learner) throws RunException {
        List<String> names = recipe.looks().stream().map(LookSource::name).toList();
        int width = recipe.generator().paletteWidth();
        float[] palettes = new float[names.size() * width];
        boolean same = known.stream().map(Look::name).toList().equals(names);
        for (int i = 0; i < names.size(); i++) {
            float[] palette =
                    same ? known.get(i).palette() : palette(recipe.looks().get(i), training, width);
            if (palette.length != width) {
                throw new RunException("the look " + names.get(i) + " has " + palette.length
                        + " values, not the recipe's palette-width of " + width);
            }
            System.arraycopy(palette, 0, palettes, i * width, width);
        }
        float[] vividness = new float[names.size()];
        for (int i = 0; i < vividness.length; i++) {
            vividness[i] = (float) recipe.looks().get(i).vividness();
        }
        learner.offer(palettes, vividness);
    }

    private static float[] palette(LookSource look, PictureSet pictures, int width) throws RunException {
        List<TrainingPicture> found = pictures.pictures().stream()
                .filter(picture -> picture.name().contains(look.picture()))
                .toList();
        if (found.size() != 1) {
            throw new RunException("the look " + look.name() + " is of the picture " + look.picture() + ": "
                    + found.size() + " pictures to learn from have that name");
        }
        NormalisedLab planes = found.get(0).planes();
        PaletteTally tally = new PaletteLayout(width).tally();
        for (int i = 0; i < planes.l().length; i++) {
            tally.count(planes.l()[i], planes.a()[i], planes.b()[i]);
        }
        return tally.vector();
    }

    /** The looks as the learner holds them, for the model's file. */
    static List<Look> looks(Recipe recipe, Learner learner) {
        float[] palettes = learner.looks();
        int width = recipe.generator().paletteWidth();
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < recipe.looks().size(); i++) {
            looks.add(new Look(
                    recipe.looks().get(i).name(),
                    (float) recipe.looks().get(i).vividness(),
                    Arrays.copyOfRange(palettes, i * width, (i + 1) * width)));
        }
        return looks;
    }
}
