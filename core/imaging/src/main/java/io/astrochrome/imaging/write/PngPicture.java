package io.astrochrome.imaging.write;

import io.astrochrome.imaging.chroma.RgbStrip;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A PNG (third edition) of 16-bit RGB in sRGB, compressed strip by strip on several threads, or on the
 * caller's where it is one: each strip is a piece of one deflate stream that ends on a byte, and one IDAT chunk. The bytes do
 * not depend on the number of threads.
 */
final class PngPicture implements PictureFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    /** CM = 8 with a window of 32 KiB, fastest algorithm (RFC 1950). */
    private static final byte[] ZLIB_HEADER = {0x78, 0x01};
    /** An empty last block with the fixed code (RFC 1951). */
    private static final byte[] LAST_BLOCK = {0x03, 0x00};
    /** sRGB's gamma, and the chromaticities of its white and primaries, as the PNG specification gives them, times 100,000. */
    private static final int GAMMA = 45455;

    private static final int[] CHROMATICITIES = {31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000};

    private final DataOutputStream out;
    private final PictureSettings settings;
    private final @Nullable ExecutorService workers; // null where the caller's thread does the work
    private final Deque<Future<DeflatedStrip>> pending = new ArrayDeque<>();
    private @Nullable RgbStrip previous;
    private boolean begun;
    private long adler = 1;

    PngPicture(Path file, int width, int height, PictureSettings settings, byte[] xmp) throws IOException {
        this.settings = settings;
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        workers = settings.threads() == 1 ? null : workers(settings.threads());
        out.write(SIGNATURE);
        chunk("IHDR", header(width, height));
        chunk("sRGB", new byte[] {0});
        chunk("gAMA", integers(GAMMA));
        chunk("cHRM", integers(CHROMATICITIES));
        chunk("iTXt", text("XML:com.adobe.xmp", xmp));
    }

    private static ExecutorService workers(int threads) {
        return Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "png");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void accept(RgbStrip strip) throws IOException {
        RgbStrip above = previous;
        FutureTask<DeflatedStrip> deflated =
                new FutureTask<>(() -> DeflatedStrip.of(strip, above, settings.deflateLevel()));
        if (workers == null) {
            deflated.run();
        } else {
            workers.execute(deflated);
        }
        pending.add(deflated);
        previous = strip;
        if (pending.size() > settings.threads() + 1) {
            writeFirst();
        }
    }

    @Override
    public void finish() throws IOException {
        while (!pending.isEmpty()) {
            writeFirst();
        }
        ByteArrayOutputStream end = new ByteArrayOutputStream();
        end.write(LAST_BLOCK);
        end.write(integers((int) adler));
        chunk("IDAT", end.toByteArray());
        chunk("IEND", new byte[0]);
        out.flush();
    }

    private void writeFirst() throws IOException {
        DeflatedStrip strip = await(pending.remove());
        adler = strip.appendTo(adler);
        if (begun) {
            chunk("IDAT", strip.bytes());
            return;
        }
        begun = true;
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        first.write(ZLIB_HEADER);
        first.write(strip.bytes());
        chunk("IDAT", first.toByteArray());
    }

    private static DeflatedStrip await(Future<DeflatedStrip> strip) throws IOException {
        try {
            return strip.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a strip was compressed", e);
        } catch (ExecutionException e) {
            throw new IOException("a strip could not be compressed", e.getCause());
        }
    }

    private void chunk(String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }

    /** 16 bits, colour type 2 (RGB), deflate, adaptive filters, not interlaced. */
    private static byte[] header(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(integers(width, height));
        bytes.write(new byte[] {16, 2, 0, 0, 0});
        return bytes.toByteArray();
    }

    /** Uncompressed international text without a language. */
    private static byte[] text(String keyword, byte[] utf8) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(keyword.getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(new byte[5]);
        bytes.write(utf8);
        return bytes.toByteArray();
    }

    private static byte[] integers(int... values) {
        byte[] bytes = new byte[4 * values.length];
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < 4; k++) {
                bytes[4 * i + k] = (byte) (values[i] >>> (24 - 8 * k));
            }
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        if (workers != null) {
            workers.shutdownNow();
        }
        out.close();
    }
}
