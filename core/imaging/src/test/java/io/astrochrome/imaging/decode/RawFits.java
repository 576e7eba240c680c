package io.astrochrome.imaging.decode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;

/** FITS files card by card, as no library would write them: also with what the standard forbids. */
public final class RawFits {
    private static final int BLOCK = 2880;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private char afterEnd = ' ';
    private String end = "END";

    /** The rest of the END card and its block is filled with it. */
    public RawFits endingWith(char filler) {
        afterEnd = filler;
        return this;
    }

    /** What stands for the END card. */
    public RawFits endingOn(String card) {
        end = card;
        return this;
    }

    /** An empty primary unit. */
    public RawFits emptyPrimary(String... cards) {
        return unit(
                List.of("SIMPLE  =                    T", "BITPIX  =                    8", "NAXIS   =   0"),
                cards,
                null);
    }

    /** A picture of signed 16-bit numbers; row 0 is the file's first. */
    public RawFits picture(int width, int height, IntBinaryOperator value, String... cards) {
        boolean primary = file.size() == 0;
        List<String> mandatory = new ArrayList<>(List.of(
                primary ? "SIMPLE  =                    T" : "XTENSION= 'IMAGE   '",
                "BITPIX  =                   16",
                "NAXIS   =                    2",
                "NAXIS1  = " + width,
                "NAXIS2  = " + height));
        if (!primary) {
            mandatory.add("PCOUNT  =                    0");
            mandatory.add("GCOUNT  =                    1");
        }
        return unit(mandatory, cards, data(width, height, value));
    }

    /** An extension of 16-bit zeros of three axes. */
    public RawFits cube(int width, int height, int planes, String... cards) {
        return unit(
                List.of(
                        "XTENSION= 'IMAGE   '",
                        "BITPIX  =                   16",
                        "NAXIS   =                    3",
                        "NAXIS1  = " + width,
                        "NAXIS2  = " + height,
                        "NAXIS3  = " + planes,
                        "PCOUNT  =                    0",
                        "GCOUNT  =                    1"),
                cards,
                new byte[2 * width * height * planes]);
    }

    /** A primary unit of these cards alone, which must say what its numbers are. */
    public RawFits cards(byte[] data, String... cards) {
        return unit(List.of(), cards, data);
    }

    /** Signed 16-bit numbers, row by row. */
    public static byte[] data(int width, int height, IntBinaryOperator value) {
        ByteBuffer data = ByteBuffer.allocate(2 * width * height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                data.putShort((short) value.applyAsInt(x, y));
            }
        }
        return data.array();
    }

    private RawFits unit(List<String> mandatory, String[] cards, byte[] data) {
        StringBuilder header = new StringBuilder();
        mandatory.forEach(card -> header.append(String.format("%-80s", card)));
        for (String card : cards) {
            header.append(String.format("%-80s", card));
        }
        header.append(end);
        while (header.length() % BLOCK != 0) {
            header.append(afterEnd);
        }
        file.writeBytes(header.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (data != null) {
            file.writeBytes(data);
            file.writeBytes(new byte[(BLOCK - data.length % BLOCK) % BLOCK]);
        }
        return this;
    }

    public byte[] bytes() {
        return file.toByteArray();
    }
}
