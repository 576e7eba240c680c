package io.astrochrome.events.night;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.Rules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of an exposure that could be stacked. The same exposure of a target is judged once; a repeated event says the
 * same.
 *
 * @param filter its name as the frame says; empty where it says none
 * @param role the label of what that means, such as {@code Ha} or {@code unknown}
 * @param seconds of exposure; 0 where the frame does not say
 * @param place what became of it
 * @param reason why it is not in a stack, a clause for people; null where it is in one, perhaps where nobody knows the
 *     place
 * @param shown how the frame is seen
 * @param quality what was measured of it; null where it was not looked at
 * @param residual median distance of its stars from the reference's, in px of the stack; 0 where it is in none
 * @param weight that it has among the others of its role; 0 where it is in none
 * @param calibration what was taken off it, such as {@code dark of 60 s, flat of Ha}; null where nothing was, or it is in no
 *     stack
 * @param depth exposures in the stack of its role, itself among them; 0 where it is in none
 */
public record SubJudged(
        FrameIngested frame,
        String filter,
        String role,
        double seconds,
        SubPlace place,
        @Nullable String reason,
        SubShown shown,
        @Nullable SubMeasured quality,
        double residual,
        double weight,
        @Nullable String calibration,
        int depth,
        Instant judgedAt) {
    public SubJudged {
        Rules.present("frame", frame);
        filter = filter == null ? "" : filter;
        Rules.notBlank("role", role);
        Rules.present("place", place);
        Rules.present("shown", shown);
        if (place == SubPlace.REFUSED || place == SubPlace.TAKEN_OUT) {
            Rules.notBlank("reason", reason);
        }
        Rules.present("judgedAt", judgedAt);
    }

    /** The same, elsewhere. */
    public SubJudged movedTo(SubPlace other, @Nullable String why) {
        return new SubJudged(
                frame,
                filter,
                role,
                seconds,
                other,
                why,
                shown,
                quality,
                residual,
                weight,
                calibration,
                depth,
                judgedAt);
    }

    /** The same, seen in another way. */
    public SubJudged shownAs(SubShown other) {
        return new SubJudged(
                frame,
                filter,
                role,
                seconds,
                place,
                reason,
                other,
                quality,
                residual,
                weight,
                calibration,
                depth,
                judgedAt);
    }
}
