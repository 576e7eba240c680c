package io.astrochrome.imaging.color;

/** What a 16-bit value means, by table. */
final class LightnessTables {
    /** Unsigned 16-bit L* of an encoded 16-bit grey, rounded to nearest. */
    static final short[] LIGHTNESS_OF_GREY = new short[65536];

    static {
        for (int v = 0; v < 65536; v++) {
            LIGHTNESS_OF_GREY[v] = Luminance16.fromLstar(Cielab.greyToLstar(v / 65535.0));
        }
    }

    private LightnessTables() {}
}
