package io.astrochrome.events;

import java.time.Instant;

/**
 * What became of an exposure that could be stacked. The same exposure of a target is judged once; a repeated event says the
 * same.
 *
 * @param filter its name as the frame says; empty where it says none
 * @param role the label of what that means, such as {@code Ha} or {@code unknown}
 * @param seconds of exposure; 0 where the frame does not say
 * @param place what became of it
 * @param reason why it is not in a stack, a clause for people; null where it is in one
 * @param shown how the frame is seen
 * @param quality what was measured of it; null where it was not looked at
 * @param residual median distance of its stars from the reference's, in px of the stack; 0 where it is in none
 * @param weight that it has among the others of its role; 0 where it is in none
 * @param depth exposures in the stack of its role, itself among them; 0 where it is in none
 */
public record SubJudged(
        FrameIngested frame,
        String filter,
        String role,
        double seconds,
        Place place,
        String reason,
        Shown shown,
        SubMeasured quality,
        double residual,
        double weight,
        int depth,
        Instant judgedAt) {
    public SubJudged {
        Rules.present("frame", frame);
        filter = filter == null ? "" : filter;
        Rules.notBlank("role", role);
        Rules.present("place", place);
        Rules.present("shown", shown);
        if (place != Place.STACKED) {
            Rules.notBlank("reason", reason);
        }
        Rules.present("judgedAt", judgedAt);
    }

    /** Where an exposure is. */
    public enum Place {
        /** In the stack of its role. */
        STACKED,
        /** In none, because it is not good enough, not of this field, or no light frame. */
        REFUSED,
        /** In none, because a person took it out. */
        TAKEN_OUT
    }

    /** How an exposure is seen. */
    public enum Shown {
        /** In a picture of its target's stacks that has its id. */
        STACK,
        /** By itself. */
        SINGLE,
        /** In the next picture of the stacks, or not at all where it is in none. */
        NOT_ITSELF
    }

    /** The same, elsewhere. */
    public SubJudged movedTo(Place other, String why) {
        return new SubJudged(
                frame, filter, role, seconds, other, why, shown, quality, residual, weight, depth, judgedAt);
    }

    /** The same, seen in another way. */
    public SubJudged shownAs(Shown other) {
        return new SubJudged(
                frame, filter, role, seconds, place, reason, other, quality, residual, weight, depth, judgedAt);
    }

    /**
     * What an exposure is worth.
     *
     * @param stars how many were found
     * @param width of its stars, full width at half maximum in px of the frame; 0 where there are none
     * @param elongation of its stars, longer axis over shorter one
     * @param background the sky, in the frame's units
     * @param noise of a pixel, in the frame's units
     */
    public record SubMeasured(int stars, double width, double elongation, double background, double noise) {}
}
