package io.astrochrome.imaging.decode.raster;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An EXIF block: directories of fields, as in a TIFF. A field is looked for when it is asked for, so that what the others
 * claim, or where they lead, costs nothing. Whatever is wrong, a field is there or not.
 */
final class ExifBlock {
    private static final int TIFF = 42;
    private static final int FIELD_BYTES = 12;
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int INLINE_BYTES = 4;
    /** Of those texts that somebody asks for: dates and times. */
    private static final int LONGEST_TEXT = 64;

    private final ByteBuffer bytes;

    private ExifBlock(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static ExifBlock of(byte[] block) {
        boolean little = block.length > 0 && block[0] == 'I';
        return new ExifBlock(ByteBuffer.wrap(block).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN));
    }

    /** Where the first directory begins. */
    OptionalInt mainDirectory() {
        return has(0, 8) && bytes.getShort(2) == TIFF ? OptionalInt.of(bytes.getInt(4)) : OptionalInt.empty();
    }

    /** The first number of a field. */
    OptionalInt number(int directory, int tag) {
        int field = field(directory, tag);
        if (field < 0) {
            return OptionalInt.empty();
        }
        return switch (bytes.getShort(field + 2)) {
            case SHORT -> OptionalInt.of(Short.toUnsignedInt(bytes.getShort(field + 8)));
            case LONG -> OptionalInt.of(bytes.getInt(field + 8));
            default -> OptionalInt.empty();
        };
    }

    /** A field's text, without the NUL at its end. */
    Optional<String> text(int directory, int tag) {
        int field = field(directory, tag);
        if (field < 0 || bytes.getShort(field + 2) != ASCII) {
            return Optional.empty();
        }
        int length = bytes.getInt(field + 4);
        int at = length <= INLINE_BYTES ? field + 8 : bytes.getInt(field + 8);
        if (length < 0 || length > LONGEST_TEXT || !has(at, length)) {
            return Optional.empty();
        }
        String text = new String(bytes.array(), at, length, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(0);
        return Optional.of(end < 0 ? text : text.substring(0, end));
    }

    private int field(int directory, int tag) {
        if (!has(directory, 2)) {
            return -1;
        }
        int count = Short.toUnsignedInt(bytes.getShort(directory));
        for (int i = 0, at = directory + 2; i < count && has(at, FIELD_BYTES); i++, at += FIELD_BYTES) {
            if (Short.toUnsignedInt(bytes.getShort(at)) == tag) {
                return at;
            }
        }
        return -1;
    }

    private boolean has(int at, int length) {
        return at >= 0 && at <= bytes.limit() - length;
    }
}
