package io.astrochrome.imaging.calibrate;

import io.astrochrome.imaging.exposure.SubFacts;
import io.astrochrome.imaging.filter.FilterRole;
import java.util.List;
import java.util.Locale;

/**
 * Calibration frames of one kind and setting, combined. Values are on the scale of 16 bits, a flat's on one on which its median
 * is 1.
 *
 * @param facts of the first of them
 * @param frames how many they were
 * @param planes one for each channel
 */
record Master(CameraMode camera, SubFacts facts, int frames, List<MasterPlane> planes) {
    /** Exposures that differ by less are the same. */
    private static final double SAME_SECONDS = 0.5;

    private static final double SAME_PART = 0.02;

    boolean isOf(SubFacts.Kind kind) {
        return facts.kind() == kind;
    }

    /** Whether its exposure is that long, but for what timers differ by. */
    boolean lasts(double seconds) {
        return lastsAlike(facts.seconds(), seconds);
    }

    static boolean lastsAlike(double seconds, double others) {
        return Math.abs(seconds - others) <= Math.max(SAME_SECONDS, SAME_PART * others);
    }

    /** Whether it was taken through the filter that those facts tell. */
    boolean sharesFilter(SubFacts other) {
        return sharesFilter(facts, other);
    }

    static boolean sharesFilter(SubFacts one, SubFacts other) {
        return one.role() == other.role()
                && (one.role() != FilterRole.UNKNOWN
                        || one.filter().trim().equalsIgnoreCase(other.filter().trim()));
    }

    /** For people, such as {@code dark of 60 s (20 frames)}. */
    String described() {
        return name() + (frames == 1 ? "" : " (" + frames + " frames)");
    }

    /** For people, such as {@code dark of 60 s} or {@code flat of Ha}. */
    String name() {
        return switch (facts.kind()) {
            case DARK -> "dark of " + exposure();
            case FLAT -> facts.filter().isBlank() ? "flat" : "flat of " + facts.filter();
            default -> facts.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    private String exposure() {
        double seconds = facts.seconds();
        return String.format(Locale.ROOT, seconds == Math.rint(seconds) ? "%.0f s" : "%.3g s", seconds);
    }
}
