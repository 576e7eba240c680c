package io.astrochrome.trainer.data;

/** Names of a frame's labels that training looks at. */
final class Labels {
    static final String GROUP = "group";
    static final String CATEGORY = "class";
    static final String LICENCE = "licence";

    private Labels() {}
}
