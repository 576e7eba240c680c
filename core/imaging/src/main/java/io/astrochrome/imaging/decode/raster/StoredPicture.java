package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.Linearity;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.Orientation;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.Samples;
import java.awt.color.ICC_Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A picture's planes as the file stores them, not yet upright.
 *
 * @param linearity what the file says of its values
 * @param profile their colours, unless they are linear, which no colour profile is made for
 */
record StoredPicture(
        MediaType mediaType,
        int width,
        int height,
        List<Samples> planes,
        SampleLevels levels,
        Linearity linearity,
        Optional<ICC_Profile> profile,
        ExifFacts exif) {
    DecodedFrame frame() {
        boolean linear = linearity.isLinear(planes);
        if (!linear) {
            profile.ifPresent(usable -> ColourProfile.toSrgb(usable, planes));
        }
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
