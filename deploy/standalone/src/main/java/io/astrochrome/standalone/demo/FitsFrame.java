package io.astrochrome.standalone.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A frame as a camera writes it: FITS, BITPIX 16 with BZERO 32768, rows from the top, with
 * ROWORDER to say so.
 *
 * @param samples unsigned 16 bit, row by row from the top
 * @param filter what the wheel says; null where there is none
 * @param seconds of exposure
 */
public record FitsFrame(
        int width,
        int height,
        short[] samples,
        String object,
        boolean mosaic,
        Instant exposedAt,
        @Nullable String filter,
        double seconds) {
    private static final double SECONDS = 120;

    private static final int BLOCK = 2880;
    private static final int CARD = 80;
    private static final int ZERO = 32_768;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public FitsFrame {
        if (samples.length != width * height) {
            throw new IllegalArgumentException(
                    "a frame of " + width + " x " + height + " px has no " + samples.length + " samples");
        }
    }

    /** Of a camera without a filter wheel. */
    public FitsFrame(int width, int height, short[] samples, String object, boolean mosaic, Instant exposedAt) {
        this(width, height, samples, object, mosaic, exposedAt, null, SECONDS);
    }

    /** The file's bytes. */
    public byte[] bytes() {
        var header = header();
        var data = ByteBuffer.allocate(blocks(samples.length * 2));
        for (var sample : samples) {
            data.putShort((short) ((sample & 0xFFFF) - ZERO));
        }
        var file = new ByteArrayOutputStream(header.length + data.capacity());
        file.writeBytes(header);
        file.writeBytes(data.array());
        return file.toByteArray();
    }

    private byte[] header() {
        var cards = new StringBuilder();
        card(cards, "SIMPLE", "T");
        card(cards, "BITPIX", "16");
        card(cards, "NAXIS", "2");
        card(cards, "NAXIS1", Integer.toString(width));
        card(cards, "NAXIS2", Integer.toString(height));
        card(cards, "BZERO", Integer.toString(ZERO));
        card(cards, "BSCALE", "1");
        text(cards, "OBJECT", object);
        text(cards, "DATE-OBS", DATE.format(exposedAt));
        card(cards, "EXPTIME", String.format(Locale.ROOT, "%.1f", seconds));
        if (filter != null) {
            text(cards, "FILTER", filter);
        }
        text(cards, "INSTRUME", "Astrochrome simulated camera");
        text(cards, "IMAGETYP", "Light Frame");
        text(cards, "ROWORDER", "TOP-DOWN");
        if (mosaic) {
            text(cards, "BAYERPAT", "RGGB");
            card(cards, "XBAYROFF", "0");
            card(cards, "YBAYROFF", "0");
        }
        cards.append("END");
        var padded = new byte[blocks(cards.length())];
        Arrays.fill(padded, (byte) ' ');
        var ascii = cards.toString().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, padded, 0, ascii.length);
        return padded;
    }

    private static void card(StringBuilder cards, String key, String value) {
        pad(cards, String.format(Locale.ROOT, "%-8s= %20s", key, value));
    }

    private static void text(StringBuilder cards, String key, String value) {
        pad(cards, String.format(Locale.ROOT, "%-8s= '%-8s'", key, value.replace("'", "''")));
    }

    private static void pad(StringBuilder cards, String card) {
        cards.append(card).append(" ".repeat(CARD - card.length()));
    }

    private static int blocks(int bytes) {
        return (bytes + BLOCK - 1) / BLOCK * BLOCK;
    }
}
