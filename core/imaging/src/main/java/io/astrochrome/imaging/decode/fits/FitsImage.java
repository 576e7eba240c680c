package io.astrochrome.imaging.decode.fits;

import io.astrochrome.imaging.decode.LeftOut;
import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import io.astrochrome.imaging.decode.mosaic.FilterMosaic;
import io.astrochrome.imaging.decode.mosaic.FilterPattern;
import io.astrochrome.imaging.decode.mosaic.MosaicHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Data;
import nom.tam.fits.FitsException;
import nom.tam.fits.FitsFactory;
import nom.tam.fits.Header;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import nom.tam.util.FitsFile;

/**
 * The picture of a FITS file, found and checked; its pixels still lie in the file.
 *
 * @param unit the picture's, the first of the chips where it is put together of several
 * @param facts what its header tells, with what it inherits
 * @param chips empty where the picture is one
 * @param mosaic the pattern of its colour filters for the rows in the file's order; empty where it has none
 * @param notes what a person should know of how the picture was taken from the file
 */
record FitsImage(
        SourceFile source,
        FitsUnit unit,
        FitsFacts facts,
        FitsLayout layout,
        Optional<ChipMosaic> chips,
        Optional<FilterPattern> mosaic,
        List<String> notes) {
    /** What nom-tam-fits keeps for each tile, generously. */
    private static final long TILE_OVERHEAD_BYTES = 1024;

    private static final int LARGEST_STORED_BYTES = 8;
    private static final int READ_BUFFER_BYTES = 1 << 16;

    static FitsImage find(SourceFile source) throws RejectionException, IOException {
        List<FitsUnit> units = FitsHeaders.primaryAndPictures(source);
        FitsPictures pictures = FitsPictures.of(source, units.subList(1, units.size()));
        FitsUnit frame = pictures.frame();
        FitsFacts facts = facts(units.get(0), frame);
        FitsLayout layout = FitsLayout.of(source, frame, FitsMosaic.saysTopDown(facts.header()));
        FitsHeaders.dataBytes(source, frame);
        MosaicHeader filters = layout.channels() == 1 ? FitsMosaic.of(facts.header()) : MosaicHeader.NONE;
        Optional<ChipMosaic> chips =
                filters.pattern().isPresent() ? Optional.empty() : ChipMosaic.of(source, frame, pictures.meant());
        Optional<String> badSection = Optional.empty();
        if (chips.isEmpty() && layout.channels() == 1) {
            chips = ChipMosaic.trimmed(frame);
            badSection = ChipPlaces.sectionOutside(frame);
        }
        if (filters.undecodable().isPresent()) {
            throw source.rejection(
                    RejectionReason.UNSUPPORTED, filters.undecodable().get());
        }
        List<FitsUnit> used = chips.map(ChipMosaic::units).orElse(List.of(frame));
        List<String> notes = new ArrayList<>(notes(filters, chips, pictures.all(), used));
        badSection.ifPresent(notes::add);
        Optional<FilterPattern> pattern = pattern(filters, facts, layout);
        FitsUnit unit = used.get(0);
        facts = ofThePicture(facts(units.get(0), unit), layout, chips).noting(notes);
        if (chips.isPresent()) {
            Chip first = chips.get().chips().get(0);
            pattern = pattern.map(whole -> whole.from(first.dataX(), first.dataY()));
            layout = layout.resized(chips.get().width(), chips.get().height());
        }
        FitsImage image = new FitsImage(source, unit, facts, layout, chips, pattern, List.copyOf(notes));
        for (FitsUnit each : used) {
            if (each.isTileCompressed()) {
                image.requireHonestTiles(each);
            }
        }
        return image;
    }

    private static FitsFacts facts(FitsUnit primary, FitsUnit picture) {
        return FitsFacts.of(picture.index() == 0 ? List.of(picture) : List.of(primary, picture));
    }

    private static List<String> notes(
            MosaicHeader filters, Optional<ChipMosaic> chips, List<FitsUnit> pictures, List<FitsUnit> used) {
        List<String> notes = new ArrayList<>();
        filters.note().ifPresent(notes::add);
        chips.ifPresent(found -> notes.add(found.note()));
        List<String> others = pictures.stream()
                .filter(each -> !used.contains(each))
                .map(FitsUnit::name)
                .toList();
        if (!others.isEmpty()) {
            notes.add(LeftOut.pictures(pictures.size(), others));
        }
        return notes;
    }

    /** Without what holds for the stored array alone. */
    private static FitsFacts ofThePicture(FitsFacts facts, FitsLayout layout, Optional<ChipMosaic> chips) {
        if (chips.isPresent()) {
            return FitsFacts.ofCards(chips.get().cards(facts.cards()));
        }
        // World coordinates of interleaved colours count the colours' axis as the first of the sky.
        return layout.interleaved()
                ? FitsFacts.ofCards(facts.cards().stream()
                        .filter(card -> !FitsCards.isOfWorldCoordinates(card))
                        .toList())
                : facts;
    }

    /** A mosaic has at least two rows and columns. */
    private static Optional<FilterPattern> pattern(MosaicHeader filters, FitsFacts facts, FitsLayout layout) {
        return filters.pattern()
                .filter(pattern -> layout.width() > 1 && layout.height() > 1)
                .map(pattern -> FitsMosaic.forRowsInFile(pattern, facts.header(), layout.height()));
    }

    Header header() {
        return unit.header();
    }

    /** BITPIX of the picture itself, not of the table that holds it compressed. */
    int bitpix() {
        return unit.bitpix();
    }

    /** What decoding takes at its peak. */
    long memoryBytes() {
        List<FitsUnit> units = chips.map(ChipMosaic::units).orElse(List.of(unit));
        long kept = bitpix() == 8 || bitpix() == 16 ? Short.BYTES : Float.BYTES;
        long bytes = layout.values() * kept;
        if (mosaic().isPresent()) {
            bytes += FilterMosaic.planesAtPeak(mosaic.get()) * layout.values() * kept;
        }
        for (FitsUnit each : units) {
            if (each.isTileCompressed()) {
                bytes += each.values() * Math.abs(bitpix()) / 8
                        + 2 * each.tableBytes() // the table with its heap, and its tiles
                        + each.axis(2) * TILE_OVERHEAD_BYTES;
            }
        }
        bytes += chips.map(ChipMosaic::workingBytes).orElse(0L);
        return bytes + (long) layout.width() * layout.channels() * LARGEST_STORED_BYTES * 2;
    }

    PixelStream open() throws RejectionException, IOException {
        if (chips.isEmpty()) {
            return open(unit);
        }
        List<PixelStream> streams = new ArrayList<>();
        ChipPixels pixels = new ChipPixels(
                chips.get(), streams, FitsScaling.of(header(), bitpix()).missing(bitpix()));
        try {
            for (FitsUnit each : chips.get().units()) {
                streams.add(open(each));
            }
            return pixels;
        } catch (RejectionException | IOException | RuntimeException e) {
            pixels.close();
            throw e;
        }
    }

    private PixelStream open(FitsUnit each) throws RejectionException, IOException {
        return each.isTileCompressed() ? openTiles(each) : openPlain(each);
    }

    private PixelStream openPlain(FitsUnit each) throws IOException {
        FitsFile file = new FitsFile(source.path().toFile(), "r", READ_BUFFER_BYTES);
        file.seek(each.dataOffset());
        return new PlainPixels(file, bitpix());
    }

    /** Of the header that was read here, since nom-tam-fits takes no other than what the standard allows. */
    @SuppressWarnings("deprecation") // what replaces getUncompressedData() takes twice the memory
    private PixelStream openTiles(FitsUnit each) throws RejectionException, IOException {
        TileDescriptors.requireInHeap(source, each);
        try (FitsFile file = new FitsFile(source.path().toFile(), "r", READ_BUFFER_BYTES)) {
            file.seek(each.dataOffset());
            Header header = new Header(each.cards().toArray(String[]::new));
            Data data = header.makeData();
            data.read(file);
            BasicHDU<?> table = FitsFactory.hduFactory(header, data);
            if (table instanceof CompressedImageHDU compressed) {
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

    private void requireHonestTiles(FitsUnit each) throws RejectionException {
        int bitpix = each.bitpix();
        Header header = each.header();
        if (!List.of(8, 16, 32, 64, -32, -64).contains(bitpix)) {
            throw source.rejection(RejectionReason.LYING_HEADER, "has ZBITPIX " + bitpix);
        }
        long tiles = 1;
        for (int axis = 1; axis <= header.getIntValue("ZNAXIS", 0); axis++) {
            long length = header.getLongValue("ZNAXIS" + axis, 1);
            long tile = header.getLongValue("ZTILE" + axis, axis == 1 ? length : 1);
            if (tile < 1) {
                throw source.rejection(RejectionReason.LYING_HEADER, "has ZTILE" + axis + " = " + tile);
            }
            tiles *= (length + Math.min(tile, length) - 1) / Math.min(tile, length);
        }
        if (tiles != each.axis(2)) {
            throw source.rejection(
                    RejectionReason.LYING_HEADER,
                    "has " + each.axis(2) + " compressed tiles where its picture takes " + tiles);
        }
    }
}
