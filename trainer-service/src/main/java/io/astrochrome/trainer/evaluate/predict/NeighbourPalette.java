package io.astrochrome.trainer.evaluate.predict;

import io.astrochrome.imaging.palette.PaletteTrust;
import io.astrochrome.imaging.palette.PlaceColours;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The palette of another picture: of the next one of the same group. A picture that is alone in its group is left unguided.
 * What a target's earlier colour frames are to the next.
 */
public final class NeighbourPalette implements PaletteChoice {
    private final Map<String, TrainingPicture> neighbours = new HashMap<>();
    private final PaletteTrust trust;

    /** For the pictures that are measured, trusted so far. */
    public NeighbourPalette(PictureSet measured, PaletteTrust trust) {
        this.trust = trust;
        Map<String, List<TrainingPicture>> groups = new HashMap<>();
        for (TrainingPicture picture : measured.pictures()) {
            if (!picture.group().isEmpty()) {
                groups.computeIfAbsent(picture.group(), g -> new ArrayList<>()).add(picture);
            }
        }
        for (List<TrainingPicture> group : groups.values()) {
            for (int i = 0; group.size() > 1 && i < group.size(); i++) {
                neighbours.put(group.get(i).id(), group.get((i + 1) % group.size()));
            }
        }
    }

    @Override
    public String label() {
        return trust == PaletteTrust.CERTAIN ? ", neighbour's palette, followed" : ", neighbour's palette";
    }

    @Override
    public @Nullable PlaceColours places(TrainingPicture picture, NormalisedLab crop) {
        TrainingPicture neighbour = neighbours.get(picture.id());
        return neighbour == null || trust != PaletteTrust.CERTAIN
                ? null
                : PlaceColours.of(neighbour.planes().picture());
    }

    @Override
    public float @Nullable [] of(TrainingPicture picture, NormalisedLab crop, int width) {
        TrainingPicture neighbour = neighbours.get(picture.id());
        return neighbour == null ? null : trust.weigh(PaletteHints.of(neighbour.planes(), width));
    }
}
