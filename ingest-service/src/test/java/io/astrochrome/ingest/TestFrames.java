package io.astrochrome.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small FITS frames, written by the standard and not by the code under test. */
public final class TestFrames {
    private static final int BLOCK = 2880;
    private static final int CARD = 80;

    private TestFrames() {}

    /** A 16-bit frame of noise; another seed gives another frame. */
    public static byte[] fits(String object, long seed) {
        return fits(object, seed, 16, 8);
    }

    /** A 16-bit frame of some size. */
    public static byte[] fits(String object, long seed, int width, int height) {
        byte[] header = header(object, width, height);
        byte[] pixels = new byte[width * height * Short.BYTES];
        new Random(seed).nextBytes(pixels);
        return ByteBuffer.allocate(header.length + blocks(pixels.length))
                .put(header)
                .put(pixels)
                .array();
    }

    /** A header alone, whatever it promises. */
    public static byte[] header(String object, int width, int height) {
        List<String> cards = new ArrayList<>(List.of(
                "SIMPLE  =                    T",
                "BITPIX  =                   16",
                "NAXIS   =                    2",
                String.format("NAXIS1  = %20d", width),
                String.format("NAXIS2  = %20d", height),
                "DATE-OBS= '2026-03-04T05:06:07'"));
        if (object != null) {
            cards.add(String.format("OBJECT  = '%-8s'", object));
        }
        cards.add("END");
        StringBuilder header = new StringBuilder();
        cards.forEach(card -> header.append(card).append(" ".repeat(CARD - card.length())));
        header.append(" ".repeat(blocks(header.length()) - header.length()));
        return header.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static int blocks(int bytes) {
        return (bytes + BLOCK - 1) / BLOCK * BLOCK;
    }
}
