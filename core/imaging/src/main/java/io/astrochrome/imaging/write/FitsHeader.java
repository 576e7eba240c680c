package io.astrochrome.imaging.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A primary header of unsigned 16-bit samples: writing and reading it back. */
final class FitsHeader {
    /** Everything in a FITS file is a multiple of it. */
    static final int BLOCK = 2880;
    /** A header longer than it is refused: 40,000 cards. */
    private static final int LARGEST_HEADER = 1112 * BLOCK;

    private FitsHeader() {}

    /** Mandatory cards of unsigned 16-bit samples. */
    static List<String> unsignedShort(long... sides) {
        List<String> cards = new ArrayList<>();
        cards.add(FitsCard.logical("SIMPLE", true, "conforms to the FITS standard"));
        cards.add(FitsCard.number("BITPIX", 16, "bits per sample"));
        cards.add(FitsCard.number("NAXIS", sides.length, "number of axes"));
        for (int i = 0; i < sides.length; i++) {
            cards.add(FitsCard.number("NAXIS" + (i + 1), sides[i], "length of axis " + (i + 1)));
        }
        cards.add(FitsCard.number("BSCALE", 1L, "samples are unsigned"));
        cards.add(FitsCard.number("BZERO", 32768L, "samples are unsigned"));
        return cards;
    }

    /** The header's bytes, END and padding included. */
    static ByteBuffer bytes(List<String> cards) {
        StringBuilder text = new StringBuilder();
        cards.forEach(text::append);
        text.append(FitsCard.card("END"));
        int rest = text.length() % BLOCK;
        text.append(" ".repeat(rest == 0 ? 0 : BLOCK - rest));
        return ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** The cards before END; the channel stands at the data afterwards. */
    static List<String> read(FileChannel channel) throws IOException {
        List<String> cards = new ArrayList<>();
        for (int read = 0; read < LARGEST_HEADER; read += BLOCK) {
            String block = new String(readBlock(channel), StandardCharsets.US_ASCII);
            for (int at = 0; at < BLOCK; at += FitsCard.LENGTH) {
                String card = block.substring(at, at + FitsCard.LENGTH);
                if (FitsCard.keyword(card).equals("END")) {
                    return cards;
                }
                cards.add(card);
            }
        }
        throw new IOException("the header has no END within " + LARGEST_HEADER + " bytes");
    }

    private static byte[] readBlock(FileChannel channel) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        while (block.hasRemaining()) {
            if (channel.read(block) < 0) {
                throw new IOException("the file ends inside its header");
            }
        }
        return block.array();
    }

    /** The whole number of a mandatory keyword. */
    static long number(List<String> cards, String keyword) throws IOException {
        for (String card : cards) {
            if (FitsCard.keyword(card).equals(keyword)) {
                try {
                    return Long.parseLong(card.substring(10, 30).trim());
                } catch (NumberFormatException e) {
                    throw new IOException(keyword + " must be a whole number", e);
                }
            }
        }
        throw new IOException("the header has no " + keyword);
    }

    /** What is missing to a whole block after {@code bytes} bytes. */
    static int padding(long bytes) {
        int rest = (int) (bytes % BLOCK);
        return rest == 0 ? 0 : BLOCK - rest;
    }
}
