package io.astrochrome.platform.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody who is known may do; each may what those before it may. */
public enum Role {
    /** Nothing at all, as if not known. */
    NOBODY("may not be here"),
    /** Looks: the page, pictures, figures, meters. */
    VIEWER("may look"),
    /** Sends frames in. */
    UPLOADER("may look and send frames"),
    /** Changes what the system does: models, training, dead letters. */
    OPERATOR("may do everything");

    private final String may;

    Role(String may) {
        this.may = may;
    }

    /** As configuration, files of keys and the page have it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    String may() {
        return may;
    }

    /** Whether it suffices where {@code needed} is asked for. */
    public boolean suffices(Role needed) {
        return compareTo(needed) >= 0;
    }

    static Optional<Role> byId(String id) {
        return Stream.of(values()).filter(role -> role.id().equals(id)).findFirst();
    }
}
