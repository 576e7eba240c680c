package io.astrochrome.imaging.decode.fits;

import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import io.astrochrome.imaging.decode.mosaic.BayerPattern;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.Header;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import nom.tam.util.FitsFile;

/**
 * The picture of a FITS file, found and checked; its pixels still lie in the file.
 *
 * @param units the primary one and, where it is another, the picture's
 */
record FitsImage(SourceFile source, List<FitsUnit> units, FitsLayout layout) {
    /** What nom-tam-fits keeps for each tile, generously. */
    private static final long TILE_OVERHEAD_BYTES = 1024;

    private static final int LARGEST_STORED_BYTES = 8;
    private static final int READ_BUFFER_BYTES = 1 << 16;

    static FitsImage find(SourceFile source) throws RejectionException, IOException {
        List<FitsUnit> units = FitsHeaders.upToFirstImage(source);
        FitsUnit unit = units.get(units.size() - 1);
        FitsLayout layout = FitsLayout.of(source, unit);
        FitsHeaders.dataBytes(source, unit);
        FitsImage image = new FitsImage(source, units, layout);
        if (unit.isTileCompressed()) {
            image.requireHonestTiles();
        }
        return image;
    }

    FitsUnit unit() {
        return units.get(units.size() - 1);
    }

    Header header() {
        return unit().header();
    }

    FitsFacts facts() {
        return FitsFacts.of(units);
    }

    /** BITPIX of the picture itself, not of the table that holds it compressed. */
    int bitpix() {
        return header().getIntValue(unit().isTileCompressed() ? "ZBITPIX" : "BITPIX", 0);
    }

    /** Empty unless a picture of one channel is a mosaic; a mosaic has at least two rows and columns. */
    Optional<BayerPattern> mosaic() {
        return layout.channels() == 1 && layout.width() > 1 && layout.height() > 1
                ? FitsMosaic.of(header())
                : Optional.empty();
    }

    /** What decoding takes at its peak. */
    long memoryBytes() {
        long kept = bitpix() == 8 || bitpix() == 16 ? Short.BYTES : Float.BYTES;
        long bytes = layout.values() * kept;
        if (mosaic().isPresent()) {
            bytes += 3 * layout.values() * kept;
        }
        if (unit().isTileCompressed()) {
            bytes += layout.values() / layout.channels() * Math.abs(bitpix()) / 8
                    + 2 * source.size() // the table's heap, and its tiles
                    + unit().axis(2) * TILE_OVERHEAD_BYTES;
        }
        return bytes + (long) layout.width() * layout.channels() * LARGEST_STORED_BYTES * 2;
    }

    PixelStream open() throws RejectionException, IOException {
        return unit().isTileCompressed() ? openTiles() : openPlain();
    }

    private PixelStream openPlain() throws IOException {
        FitsFile file = new FitsFile(source.path().toFile(), "r", READ_BUFFER_BYTES);
        file.seek(unit().dataOffset());
        return new PlainPixels(file, bitpix());
    }

    @SuppressWarnings("deprecation") // what replaces getUncompressedData() takes twice the memory
    private PixelStream openTiles() throws RejectionException, IOException {
        TileDescriptors.requireInHeap(source, unit());
        try (Fits fits = new Fits(source.path().toFile())) {
            if (fits.getHDU(unit().index()) instanceof CompressedImageHDU compressed) {
                if (bitpix() < 0) {
                    QuantizedTiles.mend(compressed);
                }
                return new TiledPixels(compressed.getUncompressedData());
            }
            throw source.rejection(RejectionReason.DAMAGED, "has tiles that cannot be read as a picture");
        } catch (FitsException e) {
            throw source.rejection(RejectionReason.DAMAGED, "cannot be decompressed: " + e.getMessage(), e);
        }
    }

    private void requireHonestTiles() throws RejectionException {
        int bitpix = bitpix();
        if (!List.of(8, 16, 32, 64, -32, -64).contains(bitpix)) {
            throw source.rejection(RejectionReason.LYING_HEADER, "has ZBITPIX " + bitpix);
        }
        long tiles = 1;
        for (int axis = 1; axis <= header().getIntValue("ZNAXIS", 0); axis++) {
            long length = header().getLongValue("ZNAXIS" + axis, 1);
            long tile = header().getLongValue("ZTILE" + axis, axis == 1 ? length : 1);
            if (tile < 1) {
                throw source.rejection(RejectionReason.LYING_HEADER, "has ZTILE" + axis + " = " + tile);
            }
            tiles *= (length + Math.min(tile, length) - 1) / Math.min(tile, length);
        }
        if (tiles != unit().axis(2)) {
            throw source.rejection(
                    RejectionReason.LYING_HEADER,
                    "has " + unit().axis(2) + " compressed tiles where its picture takes " + tiles);
        }
    }
}
