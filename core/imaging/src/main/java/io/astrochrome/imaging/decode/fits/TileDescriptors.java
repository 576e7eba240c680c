package io.astrochrome.imaging.decode.fits;

import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nom.tam.fits.Header;

/**
 * The descriptors of a compressed table: each says how many numbers a tile has in the table's heap, and where. Checked
 * before nom-tam-fits allocates what they say.
 */
final class TileDescriptors {
    private static final Pattern FORM = Pattern.compile("(\\d{0,9})([LXBIJKAEDCMPQ])([BIJKED]?).*");
    private static final int ROWS_AT_ONCE = 1024;
    private static final int LARGEST_ROW = 1 << 16;

    private TileDescriptors() {}

    /** One column of descriptors: where in a row, of 8 or 16 bytes, of numbers of how many bytes. */
    private record Column(int offset, int descriptorBytes, int numberBytes) {}

    static void requireInHeap(SourceFile source, FitsUnit unit) throws RejectionException, IOException {
        Header header = unit.header();
        long rowBytes = unit.axis(1);
        long rows = unit.axis(2);
        long heapStart = header.getLongValue("THEAP", rowBytes * rows);
        long heapBytes = rowBytes * rows + header.getLongValue("PCOUNT", 0) - heapStart;
        List<Column> columns = columns(source, header, rowBytes);
        if (heapStart < rowBytes * rows || heapBytes < 0) {
            throw source.rejection(RejectionReason.LYING_HEADER, "has a heap inside its table, or none");
        }
        try (RandomAccessFile file = new RandomAccessFile(source.path().toFile(), "r")) {
            file.seek(unit.dataOffset());
            for (long row = 0; row < rows; row += ROWS_AT_ONCE) {
                int some = (int) Math.min(ROWS_AT_ONCE, rows - row);
                byte[] bytes = new byte[(int) (some * rowBytes)];
                file.readFully(bytes);
                for (int i = 0; i < some; i++) {
                    for (Column column : columns) {
                        check(source, ByteBuffer.wrap(bytes), (int) (i * rowBytes), column, heapBytes);
                    }
                }
            }
        }
    }

    private static void check(SourceFile source, ByteBuffer rows, int row, Column column, long heapBytes)
            throws RejectionException {
        int at = row + column.offset;
        boolean wide = column.descriptorBytes == 16;
        long count = wide ? rows.getLong(at) : rows.getInt(at);
        long offset = wide ? rows.getLong(at + 8) : rows.getInt(at + 4);
        if (count == 0) {
            return;
        }
        if (count < 0
                || offset < 0
                || count > heapBytes / column.numberBytes
                || offset > heapBytes - count * column.numberBytes) {
            throw source.rejection(
                    RejectionReason.LYING_HEADER,
                    "has a compressed tile of " + count + " numbers at " + offset + " in a heap of " + heapBytes
                            + " bytes");
        }
    }

    private static List<Column> columns(SourceFile source, Header header, long rowBytes) throws RejectionException {
        List<Column> columns = new ArrayList<>();
        long offset = 0;
        int fields = header.getIntValue("TFIELDS", 0);
        for (int field = 1; field <= Math.min(999, fields); field++) {
            Matcher form =
                    FORM.matcher(header.getStringValue("TFORM" + field, "").trim());
            if (!form.matches()) {
                throw source.rejection(RejectionReason.LYING_HEADER, "has a table with a wrong TFORM" + field);
            }
            long repeat = form.group(1).isEmpty() ? 1 : Long.parseLong(form.group(1));
            char type = form.group(2).charAt(0);
            if ((type == 'P' || type == 'Q') && repeat > 0) {
                int numberBytes =
                        form.group(3).isEmpty() ? 1 : bytes(form.group(3).charAt(0));
                columns.add(new Column((int) offset, bytes(type), numberBytes));
            }
            offset += type == 'X' ? (repeat + 7) / 8 : repeat * bytes(type);
            if (offset > rowBytes) {
                break;
            }
        }
        if (offset != rowBytes || rowBytes > LARGEST_ROW) {
            throw source.rejection(
                    RejectionReason.LYING_HEADER,
                    "has a table of " + rowBytes + " bytes a row where its columns take others");
        }
        return columns;
    }

    private static int bytes(char type) {
        return switch (type) {
            case 'I' -> 2;
            case 'J', 'E' -> 4;
            case 'K', 'D', 'C', 'P' -> 8;
            case 'M', 'Q' -> 16;
            default -> 1;
        };
    }
}
