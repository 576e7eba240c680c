package io.astrochrome.events.model;

/** What a decision about models was. */
public enum DecisionKind {
    /** The first model took the alias, so that the history has a beginning. */
    REGISTERED,
    /** A better model took the place of the one before. */
    PROMOTED,
    /** A model that took the alias gave it back to the one before. */
    ROLLED_BACK,
    /** A model is tried beside the champion. */
    ON_TRIAL,
    /** A model is no longer tried. */
    WITHDRAWN,
    /** A model was not let in; who holds the alias has not changed. */
    REFUSED,
    /** The alias stays with its holder, whatever the rules find, until it is unpinned. */
    PINNED,
    /** The rules decide again. */
    UNPINNED
}
