package io.astrochrome.preprocess.stack;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FrameLabels;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubMeasured;
import io.astrochrome.events.night.SubPlace;
import io.astrochrome.events.night.SubShown;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.exposure.SubFacts;
import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.imaging.night.SubFate;
import io.astrochrome.imaging.night.SubFate.Refused;
import io.astrochrome.imaging.night.SubFate.Stacked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the stream says of exposures, from what frames and stacks say. */
final class SubReading {
    /** What an exposure through a camera's own filters is in. */
    private static final String COLOUR_CAMERA = "RGB";

    private SubReading() {}

    static SubFacts facts(FrameIngested event, DecodedFrame frame, StackSettings settings) {
        SubFacts facts = SubFacts.of(frame, settings.names());
        List<String> candidates = new ArrayList<>();
        Optional.ofNullable(event.labels().get(FrameLabels.FILTER)).ifPresent(candidates::add);
        if (settings.rolesByName()) {
            candidates.add(event.fileName().replaceFirst("\\.[^.]*$", ""));
        }
        return facts.orNamedAfter(settings.names(), candidates);
    }

    /** A colour camera's exposures count as those of their green. */
    static FilterRole role(SubFacts facts, DecodedFrame frame) {
        return frame.channels() > 1 ? FilterRole.GREEN : facts.role();
    }

    static SubJudged judged(
            FrameIngested event, DecodedFrame frame, SubFacts facts, SubFate fate, SubShown shown, int depth) {
        SubMeasured measured = fate.measured()
                .map(quality -> new SubMeasured(
                        quality.stars(), quality.width(), quality.elongation(), quality.background(), quality.noise()))
                .orElse(null);
        Stacked stacked = fate instanceof Stacked one ? one : null;
        return new SubJudged(
                event,
                facts.filter(),
                frame.channels() > 1 ? COLOUR_CAMERA : facts.role().label(),
                facts.seconds(),
                stacked == null ? SubPlace.REFUSED : SubPlace.STACKED,
                fate instanceof Refused refused ? refused.reason() : null,
                shown,
                measured,
                stacked == null ? 0 : stacked.residual(),
                stacked == null ? 0 : stacked.weight(),
                stacked == null || stacked.calibration().isEmpty() ? null : stacked.calibration(),
                stacked == null ? 0 : depth,
                Instant.now());
    }
}
