package io.astrochrome.imaging.decode;

/** The formats that can be decoded. */
public enum MediaType {
    FITS("image/fits"),
    XISF("application/x-xisf"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    TIFF("image/tiff"),
    WEBP("image/webp");

    private final String name;

    MediaType(String name) {
        this.name = name;
    }

    /** The media type's own name, such as {@code image/fits}. */
    public String mediaTypeName() {
        return name;
    }
}
