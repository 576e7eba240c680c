package io.astrochrome.trainer.run;

import io.astrochrome.model.Look;
import io.astrochrome.trainer.objective.Learner;
import io.astrochrome.trainer.recipe.LookSource;
import io.astrochrome.trainer.recipe.Recipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The looks that a recipe offers, beside what a learner holds of them. */
final class LookBook {
    private LookBook() {}

    /** Tells the learner how vivid the recipe's looks are. */
    static void open(Recipe recipe, Learner learner) {
        float[] vividness = new float[recipe.looks().size()];
        for (int i = 0; i < vividness.length; i++) {
            vividness[i] = (float) recipe.looks().get(i).vividness();
        }
        learner.offer(vividness);
    }

    /** How many times as likely a look is through a filter that the recipe names for it. */
    private static final float OF_ITS_FILTER = 8;

    /**
     * The looks as the learner holds them, for the model's file.
     *
     * @param suits what each look suits by what was learnt; empty where nothing was
     */
    static List<Look> looks(Recipe recipe, Learner learner, List<Map<String, Float>> suits) {
        float[] codes = learner.looks();
        int width = recipe.generator().paletteWidth();
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < recipe.looks().size(); i++) {
            LookSource source = recipe.looks().get(i);
            Map<String, Float> suitsTo = new TreeMap<>(suits.isEmpty() ? Map.of() : suits.get(i));
            source.filters().forEach(filter -> suitsTo.put(filter, OF_ITS_FILTER));
            looks.add(new Look(
                    source.name(),
                    (float) source.vividness(),
                    Arrays.copyOfRange(codes, i * width, (i + 1) * width),
                    suitsTo));
        }
        return looks;
    }
}
