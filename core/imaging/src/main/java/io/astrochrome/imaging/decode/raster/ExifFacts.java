package io.astrochrome.imaging.decode.raster;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import io.astrochrome.imaging.decode.Orientation;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;

/**
 * What is used of EXIF.
 *
 * @param exposedAt start of the exposure; EXIF's local time is taken for UTC
 */
record ExifFacts(Orientation orientation, Optional<Instant> exposedAt) {
    static final ExifFacts NONE = new ExifFacts(Orientation.UPRIGHT, Optional.empty());

    /** From an EXIF block, which is a TIFF structure; what cannot be read is not there. */
    static ExifFacts of(byte[] block) {
        Metadata metadata = new Metadata();
        new ExifReader().extract(new ByteArrayReader(block), metadata);
        ExifIFD0Directory main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        ExifSubIFDDirectory exposure = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        Integer orientation = main == null ? null : main.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        Date date = exposure == null ? null : exposure.getDateOriginal(TimeZone.getTimeZone("UTC"));
        return new ExifFacts(
                orientation == null ? Orientation.UPRIGHT : Orientation.ofExif(orientation),
                Optional.ofNullable(date).map(Date::toInstant));
    }
}
