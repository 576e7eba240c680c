package io.astrochrome.preprocess;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FramePosition;
import io.astrochrome.events.StretchApplied;
import io.astrochrome.events.stretch.SequenceStretch;
import io.astrochrome.events.stretch.StretchCause;
import io.astrochrome.events.stretch.StretchChange;
import io.astrochrome.events.stretch.StretchReset;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.stretch.Stretch;
import io.astrochrome.imaging.stretch.StretchBlend;
import io.astrochrome.imaging.stretch.StretchCurve;
import io.astrochrome.imaging.stretch.StretchFitness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * When a sequence's stretch is fitted anew, and how the sequence gets there. A pure function of what is kept and of the
 * frame: a frame that is delivered again changes nothing, and has the curve that it had.
 */
final class StretchPolicy {
    /** Frames running that do not suit: one or two are an aeroplane, a cloud, a torch. */
    static final int FRAMES_OUTSIDE = 3;

    /** Frames that a sequence takes from one curve to the next: no step is more than a quarter of the way. */
    static final int STEPS = 4;

    static final String SCOPE = "target";

    private StretchPolicy() {}

    /** The stretch that begins with a sequence's first frame; requests of before are done with it. */
    static SequenceStretch begin(
            FrameIngested event, Stretch stretch, DecodedFrame frame, Optional<StretchReset> reset) {
        FramePosition at = FramePosition.of(event);
        StretchChange first = new StretchChange(
                at,
                StretchCause.FIRST,
                "fitted to " + event.fileName(),
                null,
                applied(stretch.fit(frame)),
                List.of(at));
        return SequenceStretch.begun(
                event.target(), first, reset.map(StretchReset::at).orElse(null));
    }

    /** What is to be kept after a frame; the same where it changes nothing. */
    static SequenceStretch after(
            SequenceStretch kept,
            FrameIngested event,
            Stretch stretch,
            DecodedFrame frame,
            Optional<StretchReset> reset) {
        FramePosition at = FramePosition.of(event);
        if (at.compareTo(kept.newest()) <= 0) {
            return kept;
        }
        Instant heeded = kept.heededReset();
        if (reset.isPresent() && (heeded == null || reset.get().at().isAfter(heeded))) {
            return kept.changed(
                    asked(at, reset.get(), stretch, frame), reset.get().at());
        }
        SequenceStretch next = isOnItsWay(kept.current()) ? kept.stepped(at) : kept;
        StretchFitness fitness = StretchFitness.of(curve(kept.current().to()), stretch, frame);
        if (fitness.isBearable()) {
            return next.outside().isEmpty() ? next : next.withOutside(List.of(), at);
        }
        List<FramePosition> outside = new ArrayList<>(kept.outside());
        outside.add(at);
        return outside.size() < FRAMES_OUTSIDE
                ? next.withOutside(outside, at)
                : kept.changed(moved(kept, at, fitness, stretch, frame), heeded);
    }

    /** A person sees the picture and wants another at once: no steps. */
    private static StretchChange asked(FramePosition at, StretchReset reset, Stretch stretch, DecodedFrame frame) {
        return new StretchChange(
                at,
                StretchCause.ASKED,
                reset.by() + ": " + reset.reason(),
                null,
                applied(stretch.fit(frame)),
                List.of(at));
    }

    private static StretchChange moved(
            SequenceStretch kept, FramePosition at, StretchFitness fitness, Stretch stretch, DecodedFrame frame) {
        return new StretchChange(
                at,
                StretchCause.MOVED,
                String.format(
                        Locale.ROOT,
                        "for %d frames running the background lay %+.2f of the range from where it belongs, with %.2f of"
                                + " its contrast",
                        FRAMES_OUTSIDE,
                        fitness.backgroundShift(),
                        fitness.contrast()),
                applied(at(kept, kept.newest())),
                applied(stretch.fit(frame)),
                List.of(at));
    }

    private static boolean isOnItsWay(StretchChange change) {
        return change.from() != null && change.steps().size() < STEPS;
    }

    /** The curve of a frame that what is kept has seen. */
    static StretchCurve at(SequenceStretch kept, FramePosition frame) {
        StretchChange change = kept.at(frame);
        if (change.from() == null) {
            return curve(change.to());
        }
        long steps = change.steps().stream()
                .filter(step -> step.compareTo(frame) <= 0)
                .count();
        return StretchBlend.of(curve(change.from()), curve(change.to()), Math.min(1, steps / (double) STEPS));
    }

    private static StretchCurve curve(StretchApplied applied) {
        return new StretchCurve(applied.name(), applied.parameters());
    }

    private static StretchApplied applied(StretchCurve curve) {
        return new StretchApplied(curve.name(), SCOPE, curve.parameters());
    }
}
