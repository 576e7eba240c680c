package io.astrochrome.trainer.data;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Purpose;
import io.astrochrome.storage.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a telescope's own nights teach: the picture of a target's stacks, where it is deep and measured enough to have the truth
 * in it. There is one of each target, the newest; its target alone decides whether it is learnt from or measured with.
 */
public final class Composites {
    /** One target of so many is measured with. */
    private static final int TARGETS_OF_A_VALIDATION = 5;

    private static final String CATEGORY = "composite";

    private Composites() {}

    /** The picture to learn from or to measure with; empty where that frame is none. */
    public static Optional<LabTensor> lesson(LabTensor live) {
        if (live.stack() == null || !live.hasColour()) {
            return Optional.empty();
        }
        FrameIngested newest = live.frame();
        String id = Sha256.of(("composite of " + newest.target()).getBytes(StandardCharsets.UTF_8));
        boolean measuredWith = Integer.parseInt(id.substring(0, 2), 16) % TARGETS_OF_A_VALIDATION == 0;
        Map<String, String> labels = new HashMap<>(newest.labels());
        labels.put(TrainingLabels.GROUP, newest.target());
        labels.put(TrainingLabels.CATEGORY, CATEGORY);
        FrameIngested lesson = new FrameIngested(
                id,
                newest.target(),
                newest.object(),
                newest.mediaType(),
                live.stack().depth() + " exposures of " + newest.target(),
                measuredWith ? Purpose.VALIDATION : Purpose.TRAIN,
                newest.source(),
                newest.exposedAt(),
                newest.ingestedAt(),
                null,
                labels);
        return Optional.of(new LabTensor(
                lesson,
                live.geometry(),
                live.stretch(),
                live.luminance(),
                live.preparedAt(),
                live.lightness(),
                live.a(),
                live.b()));
    }
}
