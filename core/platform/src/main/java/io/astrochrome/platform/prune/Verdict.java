package io.astrochrome.platform.prune;

import java.util.Locale;

/** Whether an object of a kind that is pruned goes, or why it stays. */
public enum Verdict {
    /** It goes. */
    GOES,
    /** It is not old enough. */
    YOUNG,
    /** A record on the log, or a target's stack, refers to it. */
    NEEDED,
    /** A person wants its frame to be kept. */
    PINNED,
    /** Its frame is learnt from, or measured with, or nobody can tell any more what it is for. */
    MATERIAL;

    /** What people and JSON call it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
