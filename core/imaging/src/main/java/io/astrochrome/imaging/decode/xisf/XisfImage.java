package io.astrochrome.imaging.decode.xisf;

import io.astrochrome.imaging.decode.LeftOut;
import io.astrochrome.imaging.decode.Orientation;
import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import io.astrochrome.imaging.decode.fits.FitsFacts;
import io.astrochrome.imaging.decode.fits.FitsMosaic;
import io.astrochrome.imaging.decode.mosaic.FilterMosaic;
import io.astrochrome.imaging.decode.mosaic.FilterPattern;
import io.astrochrome.imaging.decode.mosaic.MosaicHeader;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A picture that the header describes, checked against file and limits.
 *
 * @param width as stored
 * @param height as stored
 * @param channels as stored
 * @param colours 1 or 3, as the colour space says; the channels beyond are alpha
 * @param interleaved whether a pixel's samples follow each other ("Normal" storage), instead of planes
 * @param orientation how the stored picture is brought upright
 * @param bounds the values of black and white; those of the whole range for integers
 */
record XisfImage(
        int width,
        int height,
        int channels,
        int colours,
        SampleFormat format,
        boolean interleaved,
        boolean bigEndian,
        Orientation orientation,
        SampleLevels bounds,
        DataBlock block,
        FitsFacts facts,
        Optional<FilterPattern> mosaic,
        List<String> notes) {
    private static final Set<String> CODECS = Set.of("zlib", "lz4", "lz4hc", "zstd");
    /** Red, green, blue and alpha; more are spectra and not pictures. */
    private static final int MOST_CHANNELS = 4;

    private static final String SHUFFLED = "+sh";

    static XisfImage of(SourceFile source, XisfHeader header) throws RejectionException {
        Map<String, String> image = header.image();
        try {
            String[] geometry = image.getOrDefault("geometry", "").split(":", -1);
            if (geometry.length != 3) {
                throw source.rejection(RejectionReason.UNSUPPORTED, "has a picture that is not of two dimensions");
            }
            long width = Long.parseLong(geometry[0]);
            long height = Long.parseLong(geometry[1]);
            int channels = Integer.parseInt(geometry[2]);
            source.requireSides(width, height);
            String space = image.getOrDefault("colorSpace", "Gray");
            int colours = space.equals("RGB") ? 3 : 1;
            if (channels < colours || !(space.equals("Gray") || space.equals("RGB"))) {
                throw source.rejection(
                        RejectionReason.UNSUPPORTED, "has " + channels + " channels of " + printable(space));
            }
            if (channels > MOST_CHANNELS) {
                throw source.rejection(RejectionReason.UNSUPPORTED, "has " + channels + " channels");
            }
            String formatName = image.getOrDefault("sampleFormat", "");
            SampleFormat format = SampleFormat.named(formatName)
                    .orElseThrow(() -> source.rejection(
                            RejectionReason.UNSUPPORTED, "has samples of the format " + printable(formatName)));
            long bytes = width * height * channels * format.bytes();
            FitsFacts facts = FitsFacts.of(KeywordCards.of(header));
            String turn = image.getOrDefault("orientation", "");
            Orientation orientation = Orientation.ofXisf(turn)
                    .orElseThrow(() -> source.rejection(
                            RejectionReason.UNSUPPORTED, "has a picture of the orientation " + printable(turn)));
            MosaicHeader filters = colours == 1 ? filters(source, header, facts) : MosaicHeader.NONE;
            return new XisfImage(
                    (int) width,
                    (int) height,
                    channels,
                    colours,
                    format,
                    image.getOrDefault("pixelStorage", "Planar").equalsIgnoreCase("Normal"),
                    image.getOrDefault("byteOrder", "little").equalsIgnoreCase("big"),
                    orientation,
                    bounds(source, image, format),
                    block(source, header, bytes),
                    facts,
                    filters.pattern().filter(pattern -> width > 1 && height > 1),
                    notes(header, filters));
        } catch (NumberFormatException e) {
            throw source.rejection(RejectionReason.DAMAGED, "has a number in its header that is none", e);
        }
    }

    private static List<String> notes(XisfHeader header, MosaicHeader filters) {
        List<String> notes = new ArrayList<>(filters.note().stream().toList());
        if (!header.others().isEmpty()) {
            notes.add(LeftOut.pictures(header.others().size() + 1, header.others()));
        }
        return notes;
    }

    /** What decoding takes at its peak. */
    long memoryBytes() {
        long kept = format.staysInteger() ? Short.BYTES : Float.BYTES;
        long pixels = (long) width * height;
        int count =
                mosaic.map(pattern -> 1 + FilterMosaic.planesAtPeak(pattern)).orElse(channels);
        long planes = pixels * kept * count;
        if (orientation != Orientation.UPRIGHT) {
            planes += pixels * kept;
        }
        return block.unpackedBytes() + block.workingBytes() + planes;
    }

    private static SampleLevels bounds(SourceFile source, Map<String, String> image, SampleFormat format)
            throws RejectionException {
        if (!format.isFloating()) {
            return new SampleLevels(0, Math.scalb(1.0, 8 * format.bytes()) - 1);
        }
        String[] bounds = image.getOrDefault("bounds", "0:1").split(":", -1);
        double black = Double.parseDouble(bounds[0]);
        double white = bounds.length == 2 ? Double.parseDouble(bounds[1]) : Double.NaN;
        if (!(white > black) || !Double.isFinite(white - black)) {
            throw source.rejection(RejectionReason.LYING_HEADER, "has bounds that bound nothing");
        }
        return new SampleLevels(black, white);
    }

    private static DataBlock block(SourceFile source, XisfHeader header, long bytes) throws RejectionException {
        String[] location = header.image().getOrDefault("location", "").split(":", -1);
        Map<String, String> image = location[0].equals("embedded") ? header.data() : header.image();
        Optional<byte[]> inHeader = Optional.empty();
        long offset = 0;
        long stored;
        if (location[0].equals("attachment") && location.length == 3) {
            offset = Long.parseLong(location[1]);
            stored = Long.parseLong(location[2]);
        } else if (location[0].equals("embedded") || location[0].equals("inline")) {
            String encoding = location.length > 1 ? location[1] : image.getOrDefault("encoding", "");
            inHeader = Optional.of(inHeader(source, encoding, header.text()));
            stored = inHeader.get().length;
        } else {
            throw source.rejection(
                    RejectionReason.UNSUPPORTED,
                    "has its pixels in another file (" + printable(location[0])
                            + "); save it as one file of the kind .xisf");
        }
        String[] compression = image.getOrDefault("compression", "").split(":", -1);
        String named = compression[0];
        boolean shuffled = named.endsWith(SHUFFLED);
        String codec = shuffled ? named.substring(0, named.length() - SHUFFLED.length()) : named;
        if (!codec.isEmpty() && !CODECS.contains(codec)) {
            throw source.rejection(
                    RejectionReason.UNSUPPORTED,
                    "is compressed by " + printable(codec) + "; zlib, LZ4 and zstd are decompressed");
        }
        long unpacked = codec.isEmpty() || compression.length < 2 ? stored : Long.parseLong(compression[1]);
        int item = shuffled && compression.length > 2 ? Integer.parseInt(compression[2]) : 1;
        if (unpacked != bytes || bytes > Integer.MAX_VALUE - 8 || item < 1 || stored > Integer.MAX_VALUE - 8) {
            throw source.rejection(
                    RejectionReason.LYING_HEADER,
                    "has " + unpacked + " bytes of pixels where its picture takes " + bytes);
        }
        if (inHeader.isEmpty()) {
            source.requireBytes(offset, stored, "pixels");
        }
        return new DataBlock(
                offset,
                inHeader,
                stored,
                codec,
                unpacked,
                item,
                image.getOrDefault("subblocks", ""),
                image.getOrDefault("checksum", ""));
    }

    private static byte[] inHeader(SourceFile source, String encoding, CharSequence text) throws RejectionException {
        String digits = text.toString().replaceAll("\\s", "");
        try {
            return switch (encoding) {
                case "base64" -> Base64.getDecoder().decode(digits);
                case "hex" -> HexFormat.of().parseHex(digits);
                default ->
                    throw source.rejection(
                            RejectionReason.UNSUPPORTED, "has pixels in its header as " + printable(encoding));
            };
        } catch (IllegalArgumentException e) {
            throw source.rejection(RejectionReason.DAMAGED, "has pixels in its header that are no " + encoding, e);
        }
    }

    /**
     * By its ColorFilterArray, else by FITS keywords. XISF's rows run from the top, from where both count, be ROWORDER
     * among the keywords or not.
     */
    private static MosaicHeader filters(SourceFile source, XisfHeader header, FitsFacts facts)
            throws RejectionException {
        String letters = header.filters().get("pattern");
        MosaicHeader names = letters == null ? FitsMosaic.of(facts.header()) : MosaicHeader.of(List.of(letters));
        Optional<FilterPattern> sized = letters == null || !header.filters().containsKey("width")
                ? names.pattern()
                : FilterPattern.named(
                        letters,
                        Integer.parseInt(header.filters().get("width").trim()),
                        Integer.parseInt(
                                header.filters().getOrDefault("height", "0").trim()));
        if (names.undecodable().isPresent() && sized.isEmpty()) {
            throw source.rejection(
                    RejectionReason.UNSUPPORTED, names.undecodable().get());
        }
        return new MosaicHeader(
                sized.or(names::pattern), Optional.empty(), sized.isPresent() ? Optional.empty() : names.note());
    }

    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }
}
