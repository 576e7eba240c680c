package io.astrochrome.imaging.write;

import io.astrochrome.imaging.compose.KnownColours;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A FITS extension that says, for each place of a picture's colours, in percent where they are from: plane 1 measured through
 * filters, plane 2 by physics, plane 3 neither, which is a guess or nothing.
 */
final class ColourMask {
    /** Its EXTNAME. */
    static final String NAME = "COLOURS";

    private static final int PLANES = 3;
    private static final int PERCENT = 100;

    private ColourMask() {}

    /** The whole extension, padding included. */
    static ByteBuffer of(KnownColours known, RowOrder order) {
        int width = known.colour().width();
        int height = known.colour().height();
        ByteBuffer header = FitsHeader.bytes(cards(width, height));
        int data = PLANES * width * height;
        ByteBuffer extension =
                ByteBuffer.allocate(header.remaining() + data + FitsHeader.padding(header.remaining() + data));
        int start = header.remaining();
        extension.put(header);
        for (int y = 0; y < height; y++) {
            int row = start + order.fileRow(y, height) * width;
            for (int x = 0; x < width; x++) {
                int measured = percent(known.measured()[y * width + x]);
                int physics = Math.min(PERCENT - measured, percent(known.physics()[y * width + x]));
                extension.put(row + x, (byte) measured);
                extension.put(row + x + width * height, (byte) physics);
                extension.put(row + x + 2 * width * height, (byte) (PERCENT - measured - physics));
            }
        }
        return extension.rewind();
    }

    private static List<String> cards(int width, int height) {
        List<String> cards = new ArrayList<>(FitsCard.text("XTENSION", "IMAGE", "where the colours are from"));
        cards.add(FitsCard.number("BITPIX", 8, "bits per sample"));
        cards.add(FitsCard.number("NAXIS", PLANES, "number of axes"));
        cards.add(FitsCard.number("NAXIS1", width, "length of axis 1"));
        cards.add(FitsCard.number("NAXIS2", height, "length of axis 2"));
        cards.add(FitsCard.number("NAXIS3", PLANES, "measured, by physics, neither"));
        cards.add(FitsCard.number("PCOUNT", 0, "no parameters"));
        cards.add(FitsCard.number("GCOUNT", 1, "one group"));
        cards.addAll(FitsCard.text("EXTNAME", NAME, ""));
        cards.addAll(FitsCard.text("BUNIT", "percent", "of the colour at this place"));
        return cards;
    }

    private static int percent(float share) {
        return Math.round(PERCENT * Math.max(0, Math.min(1, share)));
    }
}
