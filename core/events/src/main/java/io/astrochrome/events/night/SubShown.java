package io.astrochrome.events.night;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How an exposure is seen. */
public enum SubShown {
    /** In a picture of its target's stacks that has its id. */
    STACK,
    /** By itself. */
    SINGLE,
    /** In the next picture of the stacks, or not at all where it is in none; also what a later version says in its own word. */
    @JsonEnumDefaultValue
    NOT_ITSELF
}
