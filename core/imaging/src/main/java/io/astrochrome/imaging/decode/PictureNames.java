package io.astrochrome.imaging.decode;

import java.util.regex.Pattern;

/** What pictures that are not the frame are called, where a file has several. */
public final class PictureNames {
    private static final Pattern PREVIEW =
            Pattern.compile("(?i)(.*[^a-z])?(thumb|thumbnail|preview|quicklook)s?([^a-z].*)?");

    private PictureNames() {}

    /** Whether a picture of that name is a small copy of another one. */
    public static boolean isOfPreview(String name) {
        return PREVIEW.matcher(name).matches();
    }
}
