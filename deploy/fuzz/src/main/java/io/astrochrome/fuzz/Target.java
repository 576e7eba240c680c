package io.astrochrome.fuzz;

import java.io.IOException;
import java.util.Locale;

/** What reads bytes from outside. A target bears whatever it is given; anything that it throws is a finding. */
enum Target {
    /** Files of frames of every format, headers and pixels. */
    FRAME(FrameTarget::feed),
    /** Records of every topic. */
    EVENT(EventTarget::feed),
    /** Lists of frames. */
    MANIFEST(ManifestTarget::feed),
    /** Forms of uploads, and the header that names a file. */
    FORM(FormTarget::feed),
    /** Recipes of training. */
    RECIPE(RecipeTarget::feed);

    private final Feeding feeding;

    Target(Feeding feeding) {
        this.feeding = feeding;
    }

    /** Gives it those bytes. */
    void feed(byte[] bytes) throws IOException {
        feeding.feed(bytes);
    }

    /** As the command and the corpus' folders have it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    private interface Feeding {
        void feed(byte[] bytes) throws IOException;
    }
}
