package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.Orientation;
import io.astrochrome.imaging.decode.SampleLevels;
import io.astrochrome.imaging.decode.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A picture's planes as the file stores them, not yet upright.
 *
 * @param saysEncoding whether the file says how its values are encoded, so that they are not a sensor's
 */
record StoredPicture(
        MediaType mediaType,
        int width,
        int height,
        List<Samples> planes,
        SampleLevels levels,
        boolean moreThan8Bits,
        boolean saysEncoding,
        ExifFacts exif) {
    DecodedFrame frame() {
        boolean linear = moreThan8Bits && !saysEncoding && LinearHistogram.of(planes);
        Orientation orientation = exif.orientation();
        List<Samples> upright = new ArrayList<>();
        for (Samples plane : planes) {
            upright.add(orientation.upright(plane, width, height));
        }
        return new DecodedFrame(
                mediaType,
                orientation.width(width, height),
                orientation.height(width, height),
                linear,
                levels,
                upright,
                List.of(),
                Optional.empty(),
                exif.exposedAt());
    }
}
