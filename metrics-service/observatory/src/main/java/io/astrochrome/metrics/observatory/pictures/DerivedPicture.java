package io.astrochrome.metrics.observatory.pictures;

/** The pictures that are made from a preview on demand. */
enum DerivedPicture {
    /** The preview's lightness: the frame before it was coloured. */
    GREY("grey.jpg"),
    /** The preview, small. */
    THUMBNAIL("thumbnail.jpg"),
    /** Small and grey. */
    GREY_THUMBNAIL("grey-thumbnail.jpg");

    private final String fileName;

    DerivedPicture(String fileName) {
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }

    boolean isGrey() {
        return this != THUMBNAIL;
    }

    boolean isSmall() {
        return this != GREY;
    }
}
