package io.astrochrome.imaging.write;

import io.astrochrome.imaging.chroma.RgbStrip;
import io.astrochrome.imaging.compose.KnownColours;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A FITS file of three planes (red, green, blue), unsigned 16 bits, with a frame's own header and where it comes from; where it
 * is known of which places the colours were measured, with a {@link ColourMask}.
 */
final class FitsCube implements PictureFile {
    private final FileChannel channel;
    private final FitsPlane[] planes = new FitsPlane[3];
    private final long end;

    private final @Nullable KnownColours known;
    private final RowOrder order;

    /** @param known where its colours are from; null where that is the same everywhere */
    FitsCube(
            Path file,
            int width,
            int height,
            List<String> fitsCards,
            Provenance provenance,
            @Nullable KnownColours known)
            throws IOException {
        this.known = known;
        order = RowOrder.of(fitsCards);

        List<String> cards = FitsHeader.unsignedShort(width, height, 3);
        cards.addAll(CarriedCards.of(fitsCards));
        cards.addAll(ColourKeywords.of(provenance));
        channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        ByteBuffer header = FitsHeader.bytes(cards);
        long start = header.remaining();
        long planeBytes = 2L * width * height;
        end = start + 3 * planeBytes;
        for (int c = 0; c < 3; c++) {
            planes[c] = new FitsPlane(channel, start + c * planeBytes, width, height, order);
        }
        while (header.hasRemaining()) {
            channel.write(header);
        }
    }

    @Override
    public void accept(RgbStrip strip) throws IOException {
        planes[0].write(strip.firstRow(), strip.rows(), strip.red());
        planes[1].write(strip.firstRow(), strip.rows(), strip.green());
        planes[2].write(strip.firstRow(), strip.rows(), strip.blue());
    }

    @Override
    public void finish() throws IOException {
        int padding = FitsHeader.padding(end);
        channel.write(ByteBuffer.allocate(padding), end);
        if (known != null) {
            ByteBuffer mask = ColourMask.of(known, order);
            for (long at = end + padding; mask.hasRemaining(); ) {
                at += channel.write(mask, at);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
