package io.astrochrome.trainer.card;

import io.astrochrome.model.ModelMetadata;
import io.astrochrome.trainer.recipe.Recipe;
import io.astrochrome.trainer.recipe.RecipeText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model was trained, as far as it is known.
 *
 * @param recipe null where it is not at hand
 * @param curve the run's measurements; empty where they are not at hand
 */
public record TrainingHistory(@Nullable Recipe recipe, List<CurvePoint> curve) {
    private static final int MOST_POINTS = 16;

    public TrainingHistory {
        curve = List.copyOf(curve);
    }

    String toMarkdown(ModelMetadata metadata) {
        StringBuilder text = new StringBuilder();
        if (recipe == null) {
            text.append("Recipe `").append(metadata.recipe()).append("`, whose text is not at hand.\n");
        } else {
            text.append("Recipe `").append(recipe.name()).append("`, ").append(recipe.title());
            text.append(". What differs from the defaults:\n\n```yaml\n");
            RecipeText.beyondDefaults(recipe).forEach(line -> text.append(line).append('\n'));
            text.append("```\n");
            if (!recipe.hash().equals(metadata.recipeHash())) {
                text.append("\nThis text's hash is not the model's: it has changed since.\n");
            }
        }
        return curve.isEmpty()
                ? text.toString()
                : text.append('\n').append(curveTable()).toString();
    }

    private String curveTable() {
        boolean guided = curve.get(0).figures().containsKey("guidedGainDecibels");
        List<String> heads = new ArrayList<>(List.of("step", "gain mean, dB", "pooled", "colourfulness"));
        if (guided) {
            heads.add("own palette: mean");
            heads.add("pooled");
        }
        heads.add("");
        MarkdownTable table = new MarkdownTable(heads);
        for (CurvePoint point : shown()) {
            List<String> cells = new ArrayList<>(List.of(
                    Long.toString(point.step()),
                    figure(point, "gainDecibels"),
                    figure(point, "pooledGainDecibels"),
                    figure(point, "colourfulnessRatio")));
            if (guided) {
                cells.add(figure(point, "guidedGainDecibels"));
                cells.add(figure(point, "guidedPooledGainDecibels"));
            }
            cells.add(point.equals(last()) ? "the best" : "");
            table.row(cells);
        }
        return "Measured on the validation split on the way:\n\n" + table;
    }

    private static String figure(CurvePoint point, String name) {
        return MarkdownTable.number("%+.3f", point.figures().getOrDefault(name, Double.NaN));
    }

    /** The last that was the best so far: the one that the model is of. */
    private CurvePoint last() {
        CurvePoint last = curve.get(curve.size() - 1);
        for (CurvePoint point : curve) {
            last = point.best() ? point : last;
        }
        return last;
    }

    private List<CurvePoint> shown() {
        List<CurvePoint> shown = new ArrayList<>();
        int every = Math.max(1, (curve.size() + MOST_POINTS - 1) / MOST_POINTS);
        for (int i = 0; i < curve.size(); i++) {
            if (i % every == 0 || i == curve.size() - 1 || curve.get(i).equals(last())) {
                shown.add(curve.get(i));
            }
        }
        return shown;
    }
}
