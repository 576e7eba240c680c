package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.Linearity;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import io.astrochrome.imaging.decode.samples.KeptNumbers;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Planes that are filled from a library's pictures, strip by strip. Samples of up to 16 bits become 16-bit ones, wider ones
 * floats; alpha is composited on black.
 */
final class RasterPlanes {
    private final int width;
    private final int height;
    /** Null for bare numbers. */
    private final @Nullable ColorModel colours;

    private final short @Nullable [][] shorts;
    private final @Nullable KeptNumbers numbers;
    private final int channels;
    /** What the numbers may be, where their format says that; null for floating-point ones. */
    private @Nullable SampleLevels range;

    /** Whether the sample behind the colours is to be multiplied in. */
    private boolean alpha;

    private RasterPlanes(
            int width,
            int height,
            @Nullable ColorModel colours,
            short @Nullable [][] shorts,
            @Nullable KeptNumbers numbers,
            int channels) {
        this.width = width;
        this.height = height;
        this.colours = colours;
        this.shorts = shorts;
        this.numbers = numbers;
        this.channels = channels;
    }

    /** Empty planes for the kind of samples that the strip has; {@code alpha} says whether one of them may be that. */
    static RasterPlanes like(SourceFile source, BufferedImage strip, int width, int height, boolean alpha)
            throws RejectionException {
        ColorModel colours = strip.getColorModel();
        int type = colours.getColorSpace().getType();
        if (!(colours instanceof IndexColorModel) && type != ColorSpace.TYPE_GRAY && type != ColorSpace.TYPE_RGB) {
            throw source.rejection(RejectionReason.UNSUPPORTED, "is neither grey nor of red, green and blue");
        }
        int channels = type == ColorSpace.TYPE_GRAY ? 1 : 3;
        boolean wide = isWide(strip);
        RasterPlanes planes = new RasterPlanes(
                width,
                height,
                colours,
                wide ? null : new short[channels][width * height],
                wide ? new KeptNumbers(channels, width * height) : null,
                channels);
        planes.alpha = alpha && colours.hasAlpha() && !colours.isAlphaPremultiplied();
        return planes;
    }

    /** Empty planes for numbers that the library would clip to what a picture can show. */
    static RasterPlanes ofNumbers(BareNumbers numbers, int width, int height) {
        RasterPlanes planes = new RasterPlanes(
                width, height, null, null, new KeptNumbers(numbers.channels(), width * height), numbers.channels());
        planes.range = numbers.range();
        return planes;
    }

    /** Fills rows from {@code firstRow} on with the numbers as they are stored. */
    void put(BareNumbers bare, Raster strip, int firstRow) {
        double[] row = null;
        for (int y = 0; y < strip.getHeight(); y++) {
            for (int c = 0; c < channels; c++) {
                row = strip.getSamples(strip.getMinX(), strip.getMinY() + y, width, 1, c, row);
                bare.restore(row);
                putNumbers(row, c, (firstRow + y) * width);
            }
        }
    }

    private void putNumbers(double[] row, int channel, int to) {
        KeptNumbers numbers = Objects.requireNonNull(this.numbers, "planes of shorts hold none");
        numbers.begin(row);
        for (int x = 0; x < width; x++) {
            numbers.put(channel, to + x, row[x]);
        }
    }

    private static boolean isWide(BufferedImage strip) {
        int type = strip.getRaster().getDataBuffer().getDataType();
        return type == DataBuffer.TYPE_FLOAT
                || type == DataBuffer.TYPE_DOUBLE
                || (type == DataBuffer.TYPE_INT && strip.getColorModel().getComponentSize(0) > 16);
    }

    /** Fills rows from {@code firstRow} on. */
    void put(BufferedImage strip, int firstRow) {
        for (int y = 0; y < strip.getHeight(); y++) {
            int to = (firstRow + y) * width;
            if (shorts != null && colours instanceof IndexColorModel palette) {
                putIndexed(shorts, strip, palette, y, to);
            } else if (shorts != null && colours != null) {
                putShorts(shorts, strip, colours, y, to);
            } else {
                putFloats(strip, y, to);
            }
        }
    }

    private void putIndexed(short[][] shorts, BufferedImage strip, IndexColorModel palette, int y, int to) {
        int[] row = strip.getRaster().getSamples(0, y, width, 1, 0, (int[]) null);
        for (int x = 0; x < width; x++) {
            int alpha = palette.getAlpha(row[x]);
            shorts[0][to + x] = composited(palette.getRed(row[x]) * 257, alpha, 255);
            shorts[1][to + x] = composited(palette.getGreen(row[x]) * 257, alpha, 255);
            shorts[2][to + x] = composited(palette.getBlue(row[x]) * 257, alpha, 255);
        }
    }

    private void putShorts(short[][] shorts, BufferedImage strip, ColorModel colours, int y, int to) {
        int[] alphas = null;
        int opaque = 1;
        if (alpha) {
            alphas = strip.getRaster().getSamples(0, y, width, 1, shorts.length, (int[]) null);
            opaque = (1 << colours.getComponentSize(shorts.length)) - 1;
        }
        int[] row = null;
        for (int c = 0; c < shorts.length; c++) {
            row = strip.getRaster().getSamples(0, y, width, 1, c, row);
            long most = (1L << colours.getComponentSize(c)) - 1;
            for (int x = 0; x < width; x++) {
                int value = (int) ((row[x] & 0xffffL) * UnsignedShortSamples.MAX / most);
                shorts[c][to + x] = alphas == null ? (short) value : composited(value, alphas[x], opaque);
            }
        }
    }

    private void putFloats(BufferedImage strip, int y, int to) {
        boolean integers = strip.getRaster().getDataBuffer().getDataType() == DataBuffer.TYPE_INT;
        double[] alphas = alpha ? strip.getRaster().getSamples(0, y, width, 1, channels, (double[]) null) : null;
        double[] row = null;
        for (int c = 0; c < channels; c++) {
            row = strip.getRaster().getSamples(0, y, width, 1, c, row);
            for (int x = 0; x < width; x++) {
                double value = integers && row[x] < 0 ? row[x] + 0x1p32 : row[x];
                row[x] = alphas == null || integers ? value : value * alphas[x];
            }
            putNumbers(row, c, to);
        }
    }

    private static short composited(int value, int alpha, int opaque) {
        return (short) (((long) value * alpha + opaque / 2) / opaque);
    }

    /** The picture as the file stores it, with the profile that the library read. */
    StoredPicture picture(MediaType mediaType, Linearity said, ExifFacts exif) {
        List<Samples> planes = new ArrayList<>();
        SampleLevels levels = SampleLevels.SIXTEEN_BITS;
        if (shorts != null) {
            for (short[] plane : shorts) {
                planes.add(new UnsignedShortSamples(plane));
            }
        } else {
            KeptNumbers numbers = Objects.requireNonNull(this.numbers, "planes without shorts hold numbers");
            levels = numbers.normalise(range);
            planes.addAll(numbers.samples());
        }
        Optional<ICC_Profile> profile =
                colours == null ? Optional.empty() : ColourProfile.of(colours.getColorSpace(), planes.size());
        boolean otherwise = profile.isPresent() && said == Linearity.UNSAID;
        return new StoredPicture(
                mediaType, width, height, planes, levels, otherwise ? Linearity.SAID_OTHERWISE : said, profile, exif);
    }
}
