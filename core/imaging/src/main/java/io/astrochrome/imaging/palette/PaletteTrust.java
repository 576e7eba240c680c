package io.astrochrome.imaging.palette;

/**
 * How far a network is to go by a palette. The network's answer to a palette that is scaled down lies between its answers
 * to the whole palette and to none, as near to one or the other as the scale says.
 */
public enum PaletteTrust {
    /** These are the frame's colours, or those that somebody wants for it. */
    CERTAIN(1),
    /**
     * Colours of another picture of the same object, often of other filters and by other hands: on the validation split
     * those of published pictures are worth no more than this, and whole they cost a decibel.
     */
    KINDRED(0.2f);

    private final float scale;

    PaletteTrust(float scale) {
        this.scale = scale;
    }

    /** What a network is steered with, of a palette's vector {@code [K]}; newly allocated. */
    public float[] weigh(float[] vector) {
        float[] weighed = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            weighed[i] = scale * vector[i];
        }
        return weighed;
    }
}
