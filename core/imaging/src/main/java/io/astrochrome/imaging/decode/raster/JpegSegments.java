package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A JPEG's segments, walked from the start of the image to its end. The end marker may be missing where the scans say that
 * all of the picture was before it; whether their data are whole is for the decoder to find.
 *
 * @param components 1 for grey, 3 for colour, 4 for print's colours
 * @param progressive whether it comes in several scans, for which the decoder keeps all coefficients
 * @param exif the EXIF block, or null
 * @param ended whether it has its end marker
 */
record JpegSegments(int width, int height, int components, boolean progressive, byte @Nullable [] exif, boolean ended) {
    /** Progressive pictures have about ten scans; each costs a pass over all pixels, so that many are an attack. */
    private static final int MOST_SCANS = 100;

    /** Coded data end on ones; some zeros before them are possible. */
    private static final int MOST_ZEROS_AT_END = 7;

    private static final int START_OF_IMAGE = 0xd8;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int APP1 = 0xe1;
    private static final int PROGRESSIVE = 0xc2;
    private static final int JPEG_LS = 0xf7;
    private static final String EXIF_NAME = "Exif\0\0";

    static JpegSegments read(SourceFile source) throws RejectionException, IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(source.path())))) {
            return new Walk(source, in).toTheEnd();
        } catch (EOFException e) {
            throw source.rejection(RejectionReason.TRUNCATED, "ends before the end of its JPEG image", e);
        }
    }

    /** One pass over a file. */
    private static final class Walk {
        private final SourceFile source;
        private final DataInputStream in;
        private @Nullable JpegSegments frame;
        private byte @Nullable [] exif;
        private int scans;
        private @Nullable ScanCoverage coverage;
        private int zerosAtEnd;

        Walk(SourceFile source, DataInputStream in) {
            this.source = source;
            this.in = in;
        }

        JpegSegments toTheEnd() throws RejectionException, IOException {
            int marker = marker();
            if (marker != START_OF_IMAGE) {
                throw source.rejection(RejectionReason.DAMAGED, "does not begin with a JPEG image");
            }
            marker = marker();
            boolean ended = true;
            while (marker != END_OF_IMAGE && ended) {
                if (!standsAlone(marker)) {
                    segment(marker);
                }
                try {
                    marker = marker == START_OF_SCAN ? afterScan() : marker();
                } catch (EOFException e) {
                    ended = false;
                    // Where a download broke off, what is missing is often there as zeros, which decode to something.
                    if (frame == null || coverage == null || !coverage.isWhole() || zerosAtEnd > MOST_ZEROS_AT_END) {
                        throw e;
                    }
                }
            }
            if (frame == null || scans == 0) {
                throw source.rejection(RejectionReason.DAMAGED, "is a JPEG without a picture");
            }
            return new JpegSegments(frame.width, frame.height, frame.components, frame.progressive, exif, ended);
        }

        private int marker() throws RejectionException, IOException {
            if (in.readUnsignedByte() != 0xff) {
                throw source.rejection(RejectionReason.DAMAGED, "has no JPEG marker where one must be");
            }
            int marker = in.readUnsignedByte();
            while (marker == 0xff) {
                marker = in.readUnsignedByte();
            }
            return marker;
        }

        /** Skips compressed pixels; the marker behind them. */
        private int afterScan() throws IOException {
            while (true) {
                int read = in.readUnsignedByte();
                zerosAtEnd = read == 0 ? zerosAtEnd + 1 : 0;
                if (read == 0xff) {
                    int next = in.readUnsignedByte();
                    while (next == 0xff) {
                        next = in.readUnsignedByte();
                    }
                    if (next != 0 && !isRestart(next)) {
                        return next;
                    }
                }
            }
        }

        private void segment(int marker) throws RejectionException, IOException {
            int length = in.readUnsignedShort() - 2;
            if (length < 0) {
                throw source.rejection(RejectionReason.LYING_HEADER, "has a JPEG segment of negative length");
            }
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException();
            }
            if (isFrameHeader(marker)) {
                requireReadable(marker);
                frameHeader(bytes, marker == PROGRESSIVE);
                coverage = new ScanCoverage(bytes, marker == PROGRESSIVE);
            } else if (marker == START_OF_SCAN && ++scans > MOST_SCANS) {
                throw source.rejection(
                        RejectionReason.LYING_HEADER, "has more than " + MOST_SCANS + " progressive scans");
            } else if (marker == START_OF_SCAN && coverage != null) {
                coverage.add(bytes);
            } else if (marker == APP1 && exif == null && isExif(bytes)) {
                exif = Arrays.copyOfRange(bytes, EXIF_NAME.length(), bytes.length);
            }
        }

        private void requireReadable(int marker) throws RejectionException {
            String kind =
                    switch (marker) {
                        case 0xc3, 0xc7, 0xcb, 0xcf -> "lossless JPEG";
                        case 0xc5, 0xc6, 0xcd, 0xce -> "hierarchical JPEG";
                        case 0xc9, 0xca -> "JPEG of arithmetic coding";
                        case JPEG_LS -> "JPEG-LS";
                        default -> "";
                    };
            if (!kind.isEmpty()) {
                throw source.rejection(
                        RejectionReason.UNSUPPORTED, "is " + kind + ", which is not read; convert it to TIFF or PNG");
            }
        }

        private void frameHeader(byte[] bytes, boolean progressive) throws RejectionException {
            if (bytes.length < 6 || frame != null) {
                throw source.rejection(RejectionReason.DAMAGED, "has a wrong JPEG frame header");
            }
            int height = ((bytes[1] & 0xff) << 8) | (bytes[2] & 0xff);
            int width = ((bytes[3] & 0xff) << 8) | (bytes[4] & 0xff);
            source.requireSides(width, height);
            if (bytes[0] != 8) {
                throw source.rejection(
                        RejectionReason.UNSUPPORTED,
                        "is a JPEG of " + bytes[0] + " bits a sample, where 8 are read; convert it to TIFF or PNG");
            }
            frame = new JpegSegments(width, height, bytes[5], progressive, null, true);
        }

        private static boolean isExif(byte[] bytes) {
            return bytes.length > EXIF_NAME.length()
                    && new String(bytes, 0, EXIF_NAME.length(), StandardCharsets.ISO_8859_1).equals(EXIF_NAME);
        }

        /** SOF0 to SOF15 and JPEG-LS's SOF55, but for the tables and extensions between them. */
        private static boolean isFrameHeader(int marker) {
            return marker == JPEG_LS
                    || (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc);
        }

        private static boolean isRestart(int marker) {
            return marker >= 0xd0 && marker <= 0xd7;
        }

        private static boolean standsAlone(int marker) {
            return isRestart(marker) || marker == 1 || marker == START_OF_IMAGE;
        }
    }
}
