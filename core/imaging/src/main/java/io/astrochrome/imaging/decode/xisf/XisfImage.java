package io.astrochrome.imaging.decode.xisf;

import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SampleLevels;
import io.astrochrome.imaging.decode.SourceFile;
import io.astrochrome.imaging.decode.fits.FitsFacts;
import io.astrochrome.imaging.decode.fits.FitsMosaic;
import io.astrochrome.imaging.decode.mosaic.BayerPattern;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A picture that the header describes, checked against file and limits.
 *
 * @param interleaved whether a pixel's samples follow each other ("Normal" storage), instead of planes
 * @param bounds the values of black and white; those of the whole range for integers
 */
record XisfImage(
        int width,
        int height,
        int channels,
        SampleFormat format,
        boolean interleaved,
        boolean bigEndian,
        SampleLevels bounds,
        DataBlock block,
        FitsFacts facts,
        Optional<BayerPattern> mosaic) {
    private static final Set<String> CODECS = Set.of("zlib", "lz4", "lz4hc");
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
            if (!(channels >= 1 && space.equals("Gray")) && !(channels >= 3 && space.equals("RGB"))) {
                throw source.rejection(
                        RejectionReason.UNSUPPORTED, "has " + channels + " channels of " + printable(space));
            }
            if (channels > 4) {
                throw source.rejection(RejectionReason.UNSUPPORTED, "has " + channels + " channels");
            }
            String formatName = image.getOrDefault("sampleFormat", "");
            SampleFormat format = SampleFormat.named(formatName)
                    .orElseThrow(() -> source.rejection(
                            RejectionReason.UNSUPPORTED, "has samples of the format " + printable(formatName)));
            long bytes = width * height * channels * format.bytes();
            FitsFacts facts = FitsFacts.of(KeywordCards.of(header));
            return new XisfImage(
                    (int) width,
                    (int) height,
                    channels,
                    format,
                    image.getOrDefault("pixelStorage", "Planar").equalsIgnoreCase("Normal"),
                    image.getOrDefault("byteOrder", "little").equalsIgnoreCase("big"),
                    bounds(source, image, format),
                    block(source, image, bytes),
                    facts,
                    channels == 1 && width > 1 && height > 1 ? mosaic(header, facts) : Optional.empty());
        } catch (NumberFormatException e) {
            throw source.rejection(RejectionReason.DAMAGED, "has a number in its header that is none", e);
        }
    }

    /** What decoding takes at its peak. */
    long memoryBytes() {
        long kept = format.staysInteger() ? Short.BYTES : Float.BYTES;
        long pixels = (long) width * height;
        long planes = pixels * kept * (mosaic.isPresent() ? 4 : channels);
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

    private static DataBlock block(SourceFile source, Map<String, String> image, long bytes) throws RejectionException {
        String[] location = image.getOrDefault("location", "").split(":", -1);
        if (location.length != 3 || !location[0].equals("attachment")) {
            throw source.rejection(RejectionReason.UNSUPPORTED, "has pixels elsewhere than attached to the file");
        }
        long offset = Long.parseLong(location[1]);
        long stored = Long.parseLong(location[2]);
        String[] compression = image.getOrDefault("compression", "").split(":", -1);
        String named = compression[0];
        boolean shuffled = named.endsWith(SHUFFLED);
        String codec = shuffled ? named.substring(0, named.length() - SHUFFLED.length()) : named;
        if (!codec.isEmpty() && !CODECS.contains(codec)) {
            throw source.rejection(RejectionReason.UNSUPPORTED, "is compressed by " + printable(codec));
        }
        long unpacked = codec.isEmpty() || compression.length < 2 ? stored : Long.parseLong(compression[1]);
        int item = shuffled && compression.length > 2 ? Integer.parseInt(compression[2]) : 1;
        if (unpacked != bytes || bytes > Integer.MAX_VALUE - 8 || item < 1 || stored > Integer.MAX_VALUE - 8) {
            throw source.rejection(
                    RejectionReason.LYING_HEADER,
                    "has " + unpacked + " bytes of pixels where its picture takes " + bytes);
        }
        source.requireBytes(offset, stored, "pixels");
        return new DataBlock(
                offset,
                stored,
                codec,
                unpacked,
                item,
                image.getOrDefault("subblocks", ""),
                image.getOrDefault("checksum", ""));
    }

    private static Optional<BayerPattern> mosaic(XisfHeader header, FitsFacts facts) {
        String pattern = header.filters().get("pattern");
        return pattern == null ? FitsMosaic.of(facts.headers().get(0)) : BayerPattern.named(pattern, 0, 0);
    }

    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }
}
