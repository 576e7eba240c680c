package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.List;
import java.util.Optional;

/** Brings planes in an ICC profile's colours to sRGB, in place and some rows at a time. */
final class ColourProfile {
    private static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    private static final int STRIP_PIXELS = 1 << 16;

    private ColourProfile() {}

    /** The profile in these bytes; empty where they are none for a display of the planes' kind. */
    static Optional<ICC_Profile> parse(byte[] bytes, int channels) {
        try {
            return usable(ICC_Profile.getInstance(bytes), channels);
        } catch (IllegalArgumentException | CMMException e) {
            return Optional.empty(); // a picture with a broken profile is still a picture
        }
    }

    /** The profile of a decoder's colour space; empty for sRGB and for Java's own grey, which is only a name there. */
    static Optional<ICC_Profile> of(ColorSpace space, int channels) {
        boolean own = space.isCS_sRGB() || space == ColorSpace.getInstance(ColorSpace.CS_GRAY);
        return !own && space instanceof ICC_ColorSpace icc ? usable(icc.getProfile(), channels) : Optional.empty();
    }

    private static Optional<ICC_Profile> usable(ICC_Profile profile, int channels) {
        int type = channels == 1 ? ColorSpace.TYPE_GRAY : ColorSpace.TYPE_RGB;
        return profile.getColorSpaceType() == type ? Optional.of(profile) : Optional.empty();
    }

    /** Converts 16-bit planes; leaves others, and those whose profile the colour engine refuses, as they are. */
    static void toSrgb(ICC_Profile profile, List<Samples> planes) {
        if (!(planes.get(0) instanceof UnsignedShortSamples first)) {
            return;
        }
        try {
            ColorConvertOp conversion = new ColorConvertOp(new ICC_Profile[] {profile, SRGB}, null);
            for (int at = 0; at < first.length(); at += STRIP_PIXELS) {
                convert(conversion, planes, at, Math.min(STRIP_PIXELS, first.length() - at));
            }
        } catch (IllegalArgumentException | CMMException e) {
            // A picture with a profile that cannot be used is shown as if it had none, as browsers do.
        }
    }

    private static void convert(ColorConvertOp conversion, List<Samples> planes, int at, int count) {
        int channels = planes.size();
        WritableRaster from = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, count, 1, channels, null);
        WritableRaster to = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, count, 1, 3, null);
        short[] strip = new short[count * channels];
        for (int c = 0; c < channels; c++) {
            short[] plane = ((UnsignedShortSamples) planes.get(c)).values();
            for (int i = 0; i < count; i++) {
                strip[i * channels + c] = plane[at + i];
            }
        }
        from.setDataElements(0, 0, count, 1, strip);
        conversion.filter(from, to);
        short[] converted = (short[]) to.getDataElements(0, 0, count, 1, null);
        for (int c = 0; c < channels; c++) {
            short[] plane = ((UnsignedShortSamples) planes.get(c)).values();
            for (int i = 0; i < count; i++) {
                plane[at + i] = converted[i * 3 + c];
            }
        }
    }
}
