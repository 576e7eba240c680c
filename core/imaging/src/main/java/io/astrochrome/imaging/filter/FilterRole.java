package io.astrochrome.imaging.filter;

import java.util.Locale;
import java.util.Optional;

/** What an exposure is for in a picture of several filters. */
public enum FilterRole {
    /** All of the visible light, also through a filter against light pollution, or none. */
    LUMINANCE("L"),
    RED("R"),
    GREEN("G"),
    BLUE("B"),
    /** The red line of hydrogen at 656.3 nm. */
    H_ALPHA("Ha"),
    /** The lines of doubly ionised oxygen at 495.9 and 500.7 nm. */
    O_III("OIII"),
    /** The lines of ionised sulphur at 671.6 and 673.1 nm. */
    S_II("SII"),
    /** Two of these lines at once, which only a colour sensor can part. */
    DUAL_BAND("dual"),
    /** Beyond 700 nm. */
    INFRARED("IR"),
    /** A filter whose name says nothing, or several things: never taken for one of the others. */
    UNKNOWN("unknown");

    private final String label;

    FilterRole(String label) {
        this.label = label;
    }

    /** What tables, keywords and events call it. */
    public String label() {
        return label;
    }

    /** Whether it is the light of a line, whose hue is physics. */
    public boolean isLine() {
        return this == H_ALPHA || this == O_III || this == S_II;
    }

    /** The role that a label or a constant's name means, whatever its case. */
    public static Optional<FilterRole> labelled(String text) {
        for (FilterRole role : values()) {
            if (role.label.equalsIgnoreCase(text.trim())
                    || role.name().equals(text.trim().toUpperCase(Locale.ROOT))) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
