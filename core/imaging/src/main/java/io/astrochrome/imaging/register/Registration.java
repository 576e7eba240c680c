package io.astrochrome.imaging.register;

/** What came of laying a frame on its reference. */
public sealed interface Registration {
    /**
     * It lies there.
     *
     * @param pose from the frame's pixels to the reference's
     * @param matched how many stars of both were found to be the same
     * @param residual the median distance of these on the reference, in its px
     * @param brightness of the frame's stars as a part of the reference's, the median over those matched
     */
    record Registered(Pose pose, int matched, double residual, double brightness) implements Registration {}

    /**
     * It does not, as far as can be told; a false match would be worse than none.
     *
     * @param reason a clause for people
     */
    record Unmatched(String reason) implements Registration {}
}
