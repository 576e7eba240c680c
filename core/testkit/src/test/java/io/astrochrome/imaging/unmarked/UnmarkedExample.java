package io.astrochrome.imaging.unmarked;

/** Lies in a package of the core that is not marked. */
public final class UnmarkedExample {
    private UnmarkedExample() {}
}
