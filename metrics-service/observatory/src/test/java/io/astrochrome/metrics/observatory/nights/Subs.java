package io.astrochrome.metrics.observatory.nights;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubMeasured;
import io.astrochrome.events.night.SubPlace;
import io.astrochrome.events.night.SubShown;
import io.astrochrome.metrics.sample.SampleFrame;
import java.awt.image.BufferedImage;
import java.time.Instant;

/** Exposures of a night as preprocess-service judges them. */
final class Subs {
    static final Instant NIGHT = Instant.parse("2026-11-22T20:00:00Z");

    private static final SubMeasured SHARP = new SubMeasured(80, 2.5, 1.1, 800, 12);
    private static final BufferedImage SKY = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);

    private Subs() {}

    static SubJudged stacked(int number, String role, double seconds) {
        return of(frame("M 42", number), role, seconds, SubPlace.STACKED, null, SHARP);
    }

    static SubJudged stackedOf(String target, int number) {
        return of(frame(target, number), "Ha", 60, SubPlace.STACKED, null, SHARP);
    }

    /** One that was not looked at. */
    static SubJudged refused(int number, String role, String reason) {
        return of(frame("M 42", number), role, 60, SubPlace.REFUSED, reason, null);
    }

    /** One that does not say when it was exposed. */
    static SubJudged withoutTime(int number) {
        FrameIngested frame = frame("M 42", number);
        FrameIngested timeless = new FrameIngested(
                frame.frameId(),
                frame.target(),
                frame.object(),
                frame.mediaType(),
                frame.fileName(),
                frame.purpose(),
                frame.source(),
                null,
                frame.ingestedAt(),
                frame.palette(),
                frame.labels());
        return of(timeless, "Ha", 60, SubPlace.STACKED, null, SHARP);
    }

    private static FrameIngested frame(String target, int number) {
        return SampleFrame.of(target, number + ".fits", SKY, NIGHT.plusSeconds(number))
                .frame();
    }

    private static SubJudged of(
            FrameIngested frame, String role, double seconds, SubPlace place, String reason, SubMeasured measured) {
        return new SubJudged(
                frame, role, role, seconds, place, reason, SubShown.NOT_ITSELF, measured, 0.1, 0.5, null, 1, NIGHT);
    }
}
