package io.astrochrome.imaging.decode.xisf;

import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.IntUnaryOperator;
import java.util.zip.Deflater;
import net.jpountz.lz4.LZ4Factory;

/** Puts an XISF file together. */
public final class XisfFile {
    private static final int HEADER_BYTES = 4096;

    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final byte[] pixels;
    private String codec = "";
    private String content = "";
    private String before = "";
    private int piece = Integer.MAX_VALUE;
    private int nulBytes;

    public XisfFile(String geometry, String sampleFormat, byte[] pixels) {
        this.pixels = pixels;
        attributes.put("geometry", geometry);
        attributes.put("sampleFormat", sampleFormat);
        attributes.put("colorSpace", "Gray");
    }

    public static XisfFile uint16(int width, int height, IntUnaryOperator value) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * width * height).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < width * height; i++) {
            bytes.putShort((short) value.applyAsInt(i));
        }
        return new XisfFile(width + ":" + height + ":1", "UInt16", bytes.array());
    }

    public XisfFile with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    public XisfFile compressed(String name) {
        codec = name;
        return this;
    }

    XisfFile inPieces(int bytes) {
        piece = bytes;
        return this;
    }

    /** Behind the XML, and counted as part of it. */
    XisfFile filledUpWith(int nulBytesBehind) {
        nulBytes = nulBytesBehind;
        return this;
    }

    XisfFile containing(String elements) {
        content = elements;
        return this;
    }

    /** Before the picture. */
    XisfFile following(String elements) {
        before = elements;
        return this;
    }

    public byte[] bytes() {
        byte[] plain = codec.endsWith("+sh") ? shuffled() : pixels;
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        StringJoiner pieces = new StringJoiner(":");
        for (int from = 0; from < plain.length; from += Math.min(piece, plain.length)) {
            byte[] some = Arrays.copyOfRange(plain, from, (int) Math.min(plain.length, (long) from + piece));
            byte[] packed = packed(some);
            stored.writeBytes(packed);
            pieces.add(packed.length + "," + some.length);
        }
        attributes.putIfAbsent("location", "attachment:" + HEADER_BYTES + ":" + stored.size());
        if (!codec.isEmpty()) {
            attributes.put("compression", codec + ":" + plain.length + (codec.endsWith("+sh") ? ":2" : ""));
        }
        if (piece < plain.length) {
            attributes.put("subblocks", pieces.toString());
        }
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><xisf version=\"1.0\""
                + " xmlns=\"http://www.pixinsight.com/xisf\">" + before + "<Image");
        attributes.forEach((name, value) -> xml.append(" " + name + "=\"" + value + "\""));
        xml.append(">").append(content).append("</Image></xisf>");
        xml.append("\0".repeat(nulBytes));
        byte[] header = xml.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(HEADER_BYTES + stored.size()).order(ByteOrder.LITTLE_ENDIAN);
        file.put("XISF0100".getBytes(StandardCharsets.US_ASCII))
                .putInt(header.length)
                .putInt(0)
                .put(header);
        file.position(HEADER_BYTES).put(stored.toByteArray());
        return file.array();
    }

    private byte[] packed(byte[] plain) {
        String name = codec.replace("+sh", "");
        return switch (name) {
            case "lz4" -> LZ4Factory.safeInstance().fastCompressor().compress(plain);
            case "lz4hc" -> LZ4Factory.safeInstance().highCompressor().compress(plain);
            case "zstd" -> {
                ZstdCompressor zstd = new ZstdCompressor();
                byte[] buffer = new byte[zstd.maxCompressedLength(plain.length)];
                yield Arrays.copyOf(buffer, zstd.compress(plain, 0, plain.length, buffer, 0, buffer.length));
            }
            case "zlib" -> {
                Deflater deflater = new Deflater();
                deflater.setInput(plain);
                deflater.finish();
                byte[] buffer = new byte[plain.length + 100];
                int length = deflater.deflate(buffer);
                deflater.end();
                yield Arrays.copyOf(buffer, length);
            }
            default -> plain;
        };
    }

    private byte[] shuffled() {
        byte[] sorted = new byte[pixels.length];
        int items = pixels.length / 2;
        for (int i = 0; i < items; i++) {
            sorted[i] = pixels[2 * i];
            sorted[items + i] = pixels[2 * i + 1];
        }
        return sorted;
    }
}
