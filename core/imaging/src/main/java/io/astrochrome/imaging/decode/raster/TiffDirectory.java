package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.Orientation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A directory of a TIFF: the numbers of its fields, by tag.
 *
 * @param offset in the file
 * @param fields those that are asked for below, and links to other directories
 * @param valueBytes what the values of all its fields take in the file, of those too that nobody here asks for
 * @param bigTiff whether its offsets have 64 bits
 * @param littleEndian whether the least significant byte of a number comes first
 */
record TiffDirectory(long offset, Map<Integer, long[]> fields, long valueBytes, boolean bigTiff, boolean littleEndian) {
    static final int NEW_SUBFILE_TYPE = 254;
    static final int SUBFILE_TYPE = 255;
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS_PER_SAMPLE = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int STRIP_OFFSETS = 273;
    static final int ORIENTATION = 274;
    static final int SAMPLES_PER_PIXEL = 277;
    static final int ROWS_PER_STRIP = 278;
    static final int STRIP_BYTES = 279;
    static final int PLANAR_CONFIGURATION = 284;
    static final int PREDICTOR = 317;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTES = 325;
    static final int EXTRA_SAMPLES = 338;
    static final int SAMPLE_FORMAT = 339;
    static final int ICC_PROFILE = 34675;
    static final int DNG_VERSION = 50706;

    /** Fields whose numbers are read, and such as are merely there or not. */
    static final Set<Integer> NUMBERS = Set.of(
            NEW_SUBFILE_TYPE,
            SUBFILE_TYPE,
            WIDTH,
            HEIGHT,
            BITS_PER_SAMPLE,
            COMPRESSION,
            PHOTOMETRIC,
            STRIP_OFFSETS,
            ORIENTATION,
            SAMPLES_PER_PIXEL,
            ROWS_PER_STRIP,
            STRIP_BYTES,
            PLANAR_CONFIGURATION,
            PREDICTOR,
            TILE_WIDTH,
            TILE_HEIGHT,
            TILE_OFFSETS,
            TILE_BYTES,
            EXTRA_SAMPLES,
            SAMPLE_FORMAT);

    static final Set<Integer> PRESENCES = Set.of(ICC_PROFILE, DNG_VERSION);

    private static final int PHOTOMETRIC_WHITE_IS_ZERO = 0;
    private static final int PHOTOMETRIC_BLACK_IS_ZERO = 1;
    private static final int PHOTOMETRIC_RGB = 2;
    private static final int UNSIGNED = 1;
    private static final int SIGNED = 2;
    private static final int FLOATING = 3;
    /** TIFF/EP and DNG: a mosaic of colour filters, and what was made of one without developing it. */
    private static final int PHOTOMETRIC_COLOUR_FILTERS = 32803;

    private static final int PHOTOMETRIC_LINEAR_RAW = 34892;
    /** TIFF 6.0, NewSubfileType: bit 0 a reduced copy, bit 2 a mask. */
    private static final int REDUCED_OR_MASK = 1 | 4;
    /** TIFF 6.0, the older SubfileType of a reduced copy. */
    private static final int OLD_REDUCED = 2;

    long width() {
        return first(WIDTH, 0);
    }

    long height() {
        return first(HEIGHT, 0);
    }

    long pixels() {
        return width() * height();
    }

    /** Whether it is of pixels, not of facts such as EXIF's. */
    boolean isPicture() {
        return fields.containsKey(WIDTH) && fields.containsKey(HEIGHT) && offsets().length > 0;
    }

    /** Whether it says that it is a smaller copy of another picture, or a mask over one. */
    boolean isReduced() {
        return (first(NEW_SUBFILE_TYPE, 0) & REDUCED_OR_MASK) != 0 || first(SUBFILE_TYPE, 0) == OLD_REDUCED;
    }

    /** What kind of camera raw it is, empty where it is none. */
    Optional<String> cameraRaw() {
        if (fields.containsKey(DNG_VERSION)) {
            return Optional.of("DNG");
        }
        return photometric() == PHOTOMETRIC_COLOUR_FILTERS || photometric() == PHOTOMETRIC_LINEAR_RAW
                ? Optional.of("a sensor's mosaic in a TIFF, as NEF, ARW, CR2, PEF and DNG have it")
                : Optional.empty();
    }

    long compression() {
        return first(COMPRESSION, 1);
    }

    long samplesPerPixel() {
        return first(SAMPLES_PER_PIXEL, 1);
    }

    long bitsPerSample() {
        return first(BITS_PER_SAMPLE, 1);
    }

    long photometric() {
        return first(PHOTOMETRIC, PHOTOMETRIC_BLACK_IS_ZERO);
    }

    /** 1 unsigned, 2 signed, 3 floating; 4 undefined, 5 and 6 complex (TIFF 6.0 and its supplements). */
    long sampleFormat() {
        return first(SAMPLE_FORMAT, UNSIGNED);
    }

    /** Whether each sample of a pixel lies in a plane of its own. */
    boolean isPlanar() {
        return first(PLANAR_CONFIGURATION, 1) == 2;
    }

    boolean hasPredictor() {
        return first(PREDICTOR, 1) > 1;
    }

    /** How many samples of a pixel say that they are beyond the colours. */
    int extraSamples() {
        return fields.getOrDefault(EXTRA_SAMPLES, new long[0]).length;
    }

    /** Whether the first sample beyond the colours says that it is alpha; what says nothing is none (TIFF 6.0, section 18). */
    boolean hasAlpha() {
        return first(EXTRA_SAMPLES, 0) != 0;
    }

    boolean isTiled() {
        return fields.containsKey(TILE_OFFSETS);
    }

    /** Rows of a strip or tile, at most the picture's. */
    long rowsPerPiece() {
        long rows = isTiled() ? first(TILE_HEIGHT, 0) : first(ROWS_PER_STRIP, height());
        return Math.min(rows, height());
    }

    /** Columns of a strip or tile. */
    long columnsPerPiece() {
        return isTiled() ? first(TILE_WIDTH, 0) : width();
    }

    long[] offsets() {
        return fields.getOrDefault(isTiled() ? TILE_OFFSETS : STRIP_OFFSETS, new long[0]);
    }

    Optional<long[]> byteCounts() {
        return Optional.ofNullable(fields.get(isTiled() ? TILE_BYTES : STRIP_BYTES));
    }

    /** How many strips or tiles the picture takes. */
    long pieces() {
        long down = (height() + rowsPerPiece() - 1) / rowsPerPiece();
        long across = isTiled() ? (width() + columnsPerPiece() - 1) / columnsPerPiece() : 1;
        return down * across * (isPlanar() ? samplesPerPixel() : 1);
    }

    boolean isGrey() {
        return photometric() <= PHOTOMETRIC_BLACK_IS_ZERO;
    }

    boolean isGreyOrRgb() {
        return photometric() <= PHOTOMETRIC_RGB;
    }

    /**
     * What kind of numbers the samples are; empty for unsigned integers that the library reads as such, and for colours other
     * than grey and RGB.
     */
    Optional<BareNumbers> bareNumbers() {
        long format = sampleFormat();
        boolean turned = littleEndian && bitsPerSample() == BareNumbers.TRIPLE_BITS;
        if ((format != SIGNED && format != FLOATING && !turned) || photometric() > PHOTOMETRIC_RGB) {
            return Optional.empty();
        }
        return Optional.of(new BareNumbers(
                isGrey() ? 1 : 3,
                format == SIGNED ? (int) bitsPerSample() : 0,
                photometric() == PHOTOMETRIC_WHITE_IS_ZERO,
                turned));
    }

    boolean hasProfile() {
        return fields.containsKey(ICC_PROFILE);
    }

    Orientation orientation() {
        return Orientation.ofExif((int) first(ORIENTATION, 1));
    }

    private long first(int tag, long otherwise) {
        long[] values = fields.get(tag);
        return values == null || values.length == 0 ? otherwise : values[0];
    }
}
