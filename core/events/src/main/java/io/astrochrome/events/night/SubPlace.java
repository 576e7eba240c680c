package io.astrochrome.events.night;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Where an exposure is. */
public enum SubPlace {
    /** In the stack of its role. */
    STACKED,
    /** In none, because it is not good enough, not of this field, or no light frame. */
    REFUSED,
    /** In none, because a person took it out. */
    TAKEN_OUT,
    /** Where a later version put it, which this one has no word for: in none that this one knows of. Never written anew. */
    @JsonEnumDefaultValue
    UNKNOWN;

    /** Whether what is there could be in a stack. */
    public boolean isStackable() {
        return this == STACKED || this == TAKEN_OUT;
    }
}
