package io.astrochrome.imaging.write;

import io.astrochrome.imaging.color.Luminance16;
import io.astrochrome.imaging.color.LuminanceRows;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/**
 * A frame's full-resolution luminance as a FITS file (BITPIX 16, BZERO 32768) that carries the frame's own header
 * cards; rows lie in the frame's own order (from the bottom unless its ROWORDER says TOP-DOWN). Reading takes memory for the
 * rows asked for and half a megabyte. Not thread-safe.
 */
public final class LuminanceFile implements LuminanceRows, Closeable {
    /** Its media type. */
    public static final String MEDIA_TYPE = "image/fits";

    private static final int STRIP_PIXELS = 1 << 18;

    private final FileChannel channel;
    private final FitsPlane plane;
    private final int width;
    private final int height;
    private final List<String> fitsCards;

    private LuminanceFile(FileChannel channel, int width, int height, List<String> fitsCards) throws IOException {
        this.channel = channel;
        this.plane = new FitsPlane(channel, channel.position(), width, height, RowOrder.of(fitsCards));
        this.width = width;
        this.height = height;
        this.fitsCards = fitsCards;
    }

    /**
     * Writes a luminance, replacing what is there.
     *
     * @param fitsCards the frame's own header, empty where it has none; cards on the layout of its samples are left out
     */
    public static void write(Path file, LuminanceRows luminance, List<String> fitsCards) throws IOException {
        List<String> cards = FitsHeader.unsignedShort(luminance.width(), luminance.height());
        cards.addAll(CarriedCards.of(fitsCards));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer header = FitsHeader.bytes(cards);
            long start = header.remaining();
            while (header.hasRemaining()) {
                channel.write(header);
            }
            int width = luminance.width();
            int height = luminance.height();
            FitsPlane plane = new FitsPlane(channel, start, width, height, RowOrder.of(cards));
            int stripRows = Math.max(1, Math.min(height, STRIP_PIXELS / width));
            short[] strip = new short[width * stripRows];
            for (int first = 0; first < height; first += stripRows) {
                int rows = Math.min(stripRows, height - first);
                luminance.read(first, rows, strip);
                plane.write(first, rows, strip);
            }
            long end = start + 2L * width * height;
            channel.write(ByteBuffer.allocate(FitsHeader.padding(end)), end);
        }
    }

    /** Opens a file that {@link #write} wrote; anything else is refused with the rule it breaks. */
    public static LuminanceFile open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            List<String> cards = FitsHeader.read(channel);
            require(FitsHeader.number(cards, "BITPIX") == 16, "BITPIX must be 16");
            require(FitsHeader.number(cards, "NAXIS") == 2, "NAXIS must be 2");
            require(FitsHeader.number(cards, "BZERO") == 32768, "BZERO must be 32768");
            long width = FitsHeader.number(cards, "NAXIS1");
            long height = FitsHeader.number(cards, "NAXIS2");
            require(width > 0 && width < 1 << 20 && height > 0 && height < 1 << 20, "sides must be reasonable");
            require(channel.size() - channel.position() >= 2 * width * height, "every sample must be there");
            return new LuminanceFile(channel, (int) width, (int) height, CarriedCards.of(cards));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void require(boolean holds, String rule) throws IOException {
        if (!holds) {
            throw new IOException("not a luminance file: " + rule);
        }
    }

    /** The frame's own header cards, 80 characters each. */
    public List<String> fitsCards() {
        return fitsCards;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public void read(int firstRow, int rows, short[] into) throws IOException {
        Objects.checkFromIndexSize(firstRow, rows, height);
        plane.read(firstRow, rows, into);
    }

    /** The whole frame in memory. */
    public Luminance16 readAll() throws IOException {
        short[] all = new short[Math.multiplyExact(width, height)];
        read(0, height, all);
        return new Luminance16(width, height, all);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
