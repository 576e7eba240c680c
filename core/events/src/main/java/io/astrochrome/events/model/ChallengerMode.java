package io.astrochrome.events.model;

/** What a challenger does beside the champion. */
public enum ChallengerMode {
    /** It colours every frame, nobody is shown its pictures; it is scored where the truth is known. */
    SHADOW,
    /** It colours a share of the targets in the champion's place; a target stays with whom it has. */
    CANARY
}
