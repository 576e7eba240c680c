package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.Orientation;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is used of EXIF.
 *
 * @param exposedAt start of the exposure; a local time without its distance from UTC is taken for UTC
 */
record ExifFacts(Orientation orientation, Optional<Instant> exposedAt) {
    static final ExifFacts NONE = new ExifFacts(Orientation.UPRIGHT, Optional.empty());

    private static final int ORIENTATION = 0x112;
    private static final int EXPOSURE_DIRECTORY = 0x8769;
    private static final int DATE_ORIGINAL = 0x9003;
    private static final int OFFSET_ORIGINAL = 0x9011;
    private static final int SUBSECONDS_ORIGINAL = 0x9291;

    /** From an EXIF block, which is a TIFF structure; what cannot be read is not there. */
    static ExifFacts of(byte[] block) {
        ExifBlock exif = ExifBlock.of(block);
        OptionalInt main = exif.mainDirectory();
        if (main.isEmpty()) {
            return NONE;
        }
        OptionalInt orientation = exif.number(main.getAsInt(), ORIENTATION);
        OptionalInt exposure = exif.number(main.getAsInt(), EXPOSURE_DIRECTORY);
        return new ExifFacts(
                orientation.isEmpty() ? Orientation.UPRIGHT : Orientation.ofExif(orientation.getAsInt()),
                exposure.isEmpty() ? Optional.empty() : exposedAt(exif, exposure.getAsInt()));
    }

    private static Optional<Instant> exposedAt(ExifBlock exif, int exposure) {
        return exif.text(exposure, DATE_ORIGINAL)
                .flatMap(date -> ExifTime.of(
                        date, exif.text(exposure, SUBSECONDS_ORIGINAL), exif.text(exposure, OFFSET_ORIGINAL)));
    }
}
