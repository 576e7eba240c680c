package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import java.util.Map;

/** TIFF's kinds of samples that are known and not read, since the library would make a wrong picture of them, or none. */
final class TiffSamples {
    private static final String SAVE_AS =
            ", which is not read; save it as grey or RGB of 16-bit integers or 32-bit floats";

    private static final int FLOATING = 3;
    private static final int COMPLEX_INTEGERS = 5;
    private static final int COMPLEX_FLOATS = 6;
    private static final int DOUBLE_BITS = 64;
    private static final int RGB_SAMPLES = 3;

    /** Photometric interpretations beyond grey, palette, RGB and JPEG's YCbCr. */
    private static final Map<Long, String> COLOURS = Map.of(
            4L, "a transparency mask",
            5L, "CMYK",
            8L, "CIELAB",
            9L, "ICC's CIELAB",
            10L, "ITU's CIELAB",
            32844L, "logarithmic luminance (LogL)",
            32845L, "logarithmic luminance (LogLuv)");

    private TiffSamples() {}

    static void requireReadable(SourceFile source, TiffDirectory directory) throws RejectionException {
        String colours = COLOURS.get(directory.photometric());
        if (colours != null) {
            throw unread(source, "is a TIFF of " + colours);
        }
        int colourSamples = directory.isGrey() ? 1 : RGB_SAMPLES;
        int extra = directory.extraSamples();
        if (directory.isGreyOrRgb() && extra > 0 && directory.samplesPerPixel() != colourSamples + extra) {
            throw source.rejection(
                    RejectionReason.LYING_HEADER,
                    "claims " + directory.samplesPerPixel() + " samples, " + extra + " of them beyond its colours");
        }
        if (directory.isGrey()
                && extra == 0
                && directory.samplesPerPixel() > 2
                && directory.bareNumbers().isEmpty()) {
            throw unread(source, "is a TIFF of " + directory.samplesPerPixel() + " samples a pixel where one is grey");
        }
        long format = directory.sampleFormat();
        if (format == COMPLEX_INTEGERS || format == COMPLEX_FLOATS) {
            throw unread(source, "is a TIFF of complex numbers");
        }
        if (directory.bitsPerSample() == DOUBLE_BITS && format != FLOATING) {
            throw unread(source, "is a TIFF of 64-bit integers");
        }
        boolean extraDoubles = directory.bitsPerSample() == DOUBLE_BITS && directory.samplesPerPixel() > colourSamples;
        if (extraDoubles && !directory.isPlanar()) {
            throw unread(source, "is a TIFF of 64-bit samples beside those of its colours");
        }
        if (directory.isPlanar()
                && directory.isTiled()
                && directory.hasPredictor()
                && directory.samplesPerPixel() > 1) {
            throw unread(source, "is a TIFF of planes in tiles with a predictor");
        }
        if (format == FLOATING && directory.bitsPerSample() == 24) {
            throw unread(source, "is a TIFF of 24-bit floats");
        }
    }

    private static RejectionException unread(SourceFile source, String is) {
        return source.rejection(RejectionReason.UNSUPPORTED, is + SAVE_AS);
    }
}
