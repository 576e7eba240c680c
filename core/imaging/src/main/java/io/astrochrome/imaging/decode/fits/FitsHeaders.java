package io.astrochrome.imaging.decode.fits;

import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nom.tam.fits.Header;

/**
 * Walks the headers of a file. Memory is bounded by {@link #MOST_CARDS}, whatever the file says:
 * no library sees a header before its length and its promises have been checked.
 */
final class FitsHeaders {
    static final int BLOCK_BYTES = 2880;
    static final int CARD_BYTES = 80;

    /** PixInsight writes some thousand HISTORY cards; nobody writes more than this. */
    static final int MOST_CARDS = 36 * 1000;

    private static final int MOST_UNITS = 1000;
    private static final int MOST_AXES = 999;

    private FitsHeaders() {}

    /**
     * The file's units as far as pictures are meant: the primary one first, then every picture; the primary one is there
     * twice where it is itself the first picture. What comes behind a picture and cannot be read is passed over, since the
     * picture itself can.
     */
    static List<FitsUnit> primaryAndPictures(SourceFile source) throws RejectionException, IOException {
        List<FitsUnit> units = new ArrayList<>();
        try (RandomAccessFile file = new RandomAccessFile(source.path().toFile(), "r")) {
            long offset = 0;
            for (int index = 0; index < MOST_UNITS && offset < source.size(); index++) {
                boolean found = units.size() > 1;
                try {
                    FitsUnit unit = unit(source, file, index, offset);
                    // A picture that is cut off is one of the file's all the same.
                    long bytes = unit.isImage() ? promisedBytes(source, unit) : dataBytes(source, unit);
                    if (index == 0) {
                        units.add(unit);
                    }
                    if (unit.isImage()) {
                        units.add(unit);
                    }
                    offset = unit.dataOffset() + padded(bytes);
                } catch (RejectionException e) {
                    if (!found) {
                        throw e;
                    }
                    break;
                }
            }
        }
        if (units.size() < 2) {
            throw source.rejection(
                    RejectionReason.UNSUPPORTED, "is FITS without a picture in it, only tables or headers");
        }
        return units;
    }

    /** How many bytes the unit's data have, without padding; checked against the file's size. */
    static long dataBytes(SourceFile source, FitsUnit unit) throws RejectionException {
        long bytes = promisedBytes(source, unit);
        source.requireBytes(unit.dataOffset(), bytes, "data");
        return bytes;
    }

    /** The same, whether the file has them or not. */
    private static long promisedBytes(SourceFile source, FitsUnit unit) throws RejectionException {
        Header header = unit.header();
        int axes = header.getIntValue("NAXIS", -1);
        int bitpix = header.getIntValue("BITPIX", 0);
        if (axes < 0 || axes > MOST_AXES || !List.of(8, 16, 32, 64, -32, -64).contains(bitpix)) {
            throw source.rejection(
                    RejectionReason.LYING_HEADER, "has a header with BITPIX " + bitpix + " and NAXIS " + axes);
        }
        if (axes == 0) {
            return 0;
        }
        try {
            long elements = 1;
            for (int axis = 1; axis <= axes; axis++) {
                long length = unit.axis(axis);
                if (length < 0) {
                    throw source.rejection(RejectionReason.LYING_HEADER, "claims NAXIS" + axis + " = " + length);
                }
                elements = Math.multiplyExact(elements, length);
            }
            long groups = Math.max(1, header.getLongValue("GCOUNT", 1));
            long each = Math.addExact(Math.max(0, header.getLongValue("PCOUNT", 0)), elements);
            return Math.multiplyExact(Math.multiplyExact(groups, each), Math.abs(bitpix) / 8);
        } catch (ArithmeticException e) {
            throw source.rejection(RejectionReason.LYING_HEADER, "claims more data than a file can have", e);
        }
    }

    private static FitsUnit unit(SourceFile source, RandomAccessFile file, int index, long offset)
            throws RejectionException, IOException {
        List<String> cards = new ArrayList<>();
        byte[] block = new byte[BLOCK_BYTES];
        long position = offset;
        file.seek(offset);
        boolean ended = false;
        while (!ended) {
            try {
                file.readFully(block);
            } catch (EOFException e) {
                throw source.rejection(RejectionReason.TRUNCATED, "ends inside a FITS header", e);
            }
            position += BLOCK_BYTES;
            ended = addCards(block, cards);
            if (cards.size() > MOST_CARDS) {
                throw source.rejection(
                        RejectionReason.LYING_HEADER, "has a FITS header of more than " + MOST_CARDS + " cards");
            }
        }
        if (cards.isEmpty()
                || !(cards.get(0).startsWith("SIMPLE") || cards.get(0).startsWith("XTENSION"))) {
            throw source.rejection(
                    RejectionReason.DAMAGED, "has a FITS header that begins with neither SIMPLE nor XTENSION");
        }
        return new FitsUnit(index, cards, new Header(cards.toArray(String[]::new)), position);
    }

    private static boolean addCards(byte[] block, List<String> cards) {
        for (int at = 0; at < BLOCK_BYTES; at += CARD_BYTES) {
            String card = FitsCards.read(new String(block, at, CARD_BYTES, StandardCharsets.ISO_8859_1));
            if (FitsCards.isEnd(card)) {
                return true;
            }
            cards.add(card);
        }
        return false;
    }

    private static long padded(long bytes) {
        return (bytes + BLOCK_BYTES - 1) / BLOCK_BYTES * BLOCK_BYTES;
    }
}
