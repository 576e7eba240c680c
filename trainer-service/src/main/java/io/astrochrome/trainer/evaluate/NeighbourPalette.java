package io.astrochrome.trainer.evaluate;

import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The palette of another picture: of the next one of the same group where there is one, otherwise of a training picture of
 * the same class. What an operator gets who picks <em>like this picture</em>. A picture without either is left unguided.
 */
public final class NeighbourPalette implements PaletteChoice {
    private final Map<String, TrainingPicture> neighbours = new HashMap<>();

    /** For the pictures that are measured; {@code training} lends where a picture is alone in its group. */
    public NeighbourPalette(PictureSet measured, PictureSet training) {
        Map<String, List<TrainingPicture>> groups = new HashMap<>();
        Map<String, List<TrainingPicture>> classes = new HashMap<>();
        for (TrainingPicture picture : measured.pictures()) {
            groups.computeIfAbsent(picture.group(), g -> new ArrayList<>()).add(picture);
        }
        for (TrainingPicture picture : training.pictures()) {
            classes.computeIfAbsent(picture.category(), c -> new ArrayList<>()).add(picture);
        }
        int number = 0;
        for (TrainingPicture picture : measured.pictures()) {
            List<TrainingPicture> group = groups.get(picture.group());
            List<TrainingPicture> others = classes.getOrDefault(picture.category(), List.of());
            number++;
            if (!picture.group().isEmpty() && group.size() > 1) {
                neighbours.put(picture.id(), group.get((group.indexOf(picture) + 1) % group.size()));
            } else if (!picture.category().isEmpty() && !others.isEmpty()) {
                // Spread over the class: consecutive pictures do not all get the same one.
                neighbours.put(picture.id(), others.get((int) (number * 7919L % others.size())));
            }
        }
    }

    @Override
    public String label() {
        return ", neighbour's palette";
    }

    @Override
    public float[] of(TrainingPicture picture, NormalisedLab crop, int width) {
        TrainingPicture neighbour = neighbours.get(picture.id());
        return neighbour == null || neighbour.id().equals(picture.id())
                ? null
                : PaletteHints.of(neighbour.planes(), width);
    }
}
