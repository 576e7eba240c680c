package io.astrochrome.trainer.recipe;

import java.util.List;

/**
 * A look that a model is to offer, and the training picture that it begins from: what is like it is learnt from first.
 *
 * @param name as people choose it; says what the look became, which need not be what it began from
 * @param picture part of the picture's file name, which no other picture's has; {@value #OWN} for what the network gives by itself
 * @param vividness what chroma is multiplied by
 * @param spread how far the colours are spread towards what the true ones have, from 0 to 1: least errors make pale pictures of
 *     one hue
 * @param filters roles of filters, such as {@code Ha}, through which it is the likeliest
 */
public record LookSource(String name, String picture, double vividness, double spread, List<String> filters) {
    static final String OWN = "none";

    public LookSource {
        filters = List.copyOf(filters);
    }

    /** Whether it is learnt, and not what the network gives by itself. */
    public boolean isLearnt() {
        return !picture.equals(OWN);
    }
}
