package io.astrochrome.trainer.service.model;

import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.quality.LightnessStatistics;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the pictures that a model learnt from look like, so that others can see when live frames do not look so any more. */
final class PictureStatistics {
    /** Enough for means; more only take time. */
    private static final int MOST = 500;

    private PictureStatistics() {}

    /** Means over the pictures, over evenly chosen ones where there are many; by the names that events use. */
    static Map<String, Double> of(PictureSet set) {
        List<LightnessStatistics> statistics = new ArrayList<>();
        int step = Math.max(1, (set.size() + MOST - 1) / MOST);
        for (int i = 0; i < set.size(); i += step) {
            TrainingPicture picture = set.pictures().get(i);
            statistics.add(
                    LightnessStatistics.of(LabScale.lStar(picture.planes().l())));
        }
        return statistics.isEmpty()
                ? Map.of()
                : LightnessStatistics.mean(statistics).named();
    }
}
