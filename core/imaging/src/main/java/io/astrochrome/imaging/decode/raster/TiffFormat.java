package io.astrochrome.imaging.decode.raster;

import com.twelvemonkeys.imageio.plugins.tiff.BigTIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FrameFormat;
import io.astrochrome.imaging.decode.Linearity;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.Orientation;
import io.astrochrome.imaging.decode.Probed;
import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/** TIFF and BigTIFF: the file's largest page, grey, palette or colour, of up to 32 bits, integer or floating-point. */
public final class TiffFormat implements FrameFormat {
    private static final LibraryReader READER = new LibraryReader(TIFFImageReaderSpi.class, TIFFImageReaderSpi::new);
    private static final LibraryReader BIG_READER =
            new LibraryReader(BigTIFFImageReaderSpi.class, BigTIFFImageReaderSpi::new);

    /** How many pixels the library is asked for at a time. */
    private static final long STRIP_PIXELS = 1 << 21;

    private static final int MOST_SAMPLES_PER_PIXEL = 8;
    /** What the library makes at most of a byte of a field's value: an object of two numbers for each eight. */
    private static final int LIBRARY_BYTES = 8;

    @Override
    public MediaType mediaType() {
        return MediaType.TIFF;
    }

    @Override
    public Probed probe(SourceFile source) throws RejectionException, IOException {
        TiffDirectory directory = checked(source, TiffWalk.read(source));
        int width = (int) directory.width();
        int height = (int) directory.height();
        return new Probed(
                MediaType.TIFF,
                directory.orientation().width(width, height),
                directory.orientation().height(width, height),
                directory.isGrey() ? 1 : 3,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public DecodedFrame decode(SourceFile source) throws RejectionException, IOException {
        TiffPages pages = TiffWalk.read(source);
        TiffDirectory directory = checked(source, pages);
        int width = (int) directory.width();
        int height = (int) directory.height();
        boolean wide = directory.bitsPerSample() > Short.SIZE
                || directory.bareNumbers().isPresent();
        long kept = wide ? Float.BYTES : Short.BYTES;
        long rows = rowsAtOnce(directory);
        long pieceRows = Math.max(rows, directory.rowsPerPiece());
        long stored = (directory.bitsPerSample() + 7) / 8 * directory.samplesPerPixel();
        int turned = directory.orientation() == Orientation.UPRIGHT ? 0 : 1;
        int planes = (directory.isGrey() ? 1 : 3) + turned;
        source.requireMemory(width * (long) height * planes * kept
                + 3 * pieceRows * Math.max(width, directory.columnsPerPiece()) * stored
                + LIBRARY_BYTES * directory.valueBytes());
        LibraryReader reader = directory.bigTiff() ? BIG_READER : READER;
        Optional<BareNumbers> numbers = directory.bareNumbers();
        RasterPlanes filled = numbers.isPresent()
                ? reader.readNumbers(source, () -> opened(source, directory), width, height, (int) rows, numbers.get())
                : reader.read(
                        source,
                        () -> opened(source, directory),
                        width,
                        height,
                        (int) rows,
                        directory.hasAlpha() || !directory.isGreyOrRgb());
        boolean said = directory.hasProfile() || directory.bitsPerSample() <= Byte.SIZE;
        return filled.picture(
                        MediaType.TIFF,
                        said ? Linearity.SAID_OTHERWISE : Linearity.UNSAID,
                        new ExifFacts(directory.orientation(), Optional.empty()))
                .frame()
                .noting(pages.leftOut().stream().toList());
    }

    /** The library reads the first page: the header is made to begin with the picture's directory. */
    private static ImageInputStream opened(SourceFile source, TiffDirectory directory) throws IOException {
        ByteBuffer offset = ByteBuffer.allocate(directory.bigTiff() ? Long.BYTES : Integer.BYTES)
                .order(directory.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (directory.bigTiff()) {
            offset.putLong(directory.offset());
        } else {
            offset.putInt((int) directory.offset());
        }
        return new PatchedFile(source.path(), offset.capacity(), offset.array());
    }

    /** Whole strips or rows of tiles, so that none is decompressed twice. */
    private static long rowsAtOnce(TiffDirectory directory) {
        long piece = directory.rowsPerPiece();
        long wanted = Math.max(1, STRIP_PIXELS / directory.width());
        return Math.min(directory.height(), (wanted + piece - 1) / piece * piece);
    }

    private static TiffDirectory checked(SourceFile source, TiffPages pages) throws RejectionException {
        TiffDirectory directory = pages.picture(source);
        TiffCompression.requireReadable(source, directory);
        TiffSamples.requireReadable(source, directory);
        source.requireSides(directory.width(), directory.height());
        if (directory.samplesPerPixel() < 1
                || directory.samplesPerPixel() > MOST_SAMPLES_PER_PIXEL
                || directory.bitsPerSample() < 1
                || directory.bitsPerSample() > Long.SIZE) {
            throw source.rejection(
                    RejectionReason.LYING_HEADER,
                    "claims " + directory.samplesPerPixel() + " samples of " + directory.bitsPerSample() + " bits");
        }
        if (directory.rowsPerPiece() < 1 || directory.columnsPerPiece() < 1) {
            throw source.rejection(RejectionReason.LYING_HEADER, "claims strips or tiles without pixels");
        }
        source.requireArea(directory.columnsPerPiece(), directory.rowsPerPiece());
        long[] offsets = directory.offsets();
        if (offsets.length < directory.pieces()) {
            throw source.rejection(
                    RejectionReason.LYING_HEADER,
                    "has " + offsets.length + " strips or tiles where its picture takes " + directory.pieces());
        }
        long[] counts = directory.byteCounts().orElse(new long[0]);
        for (int i = 0; i < offsets.length; i++) {
            source.requireBytes(offsets[i], i < counts.length ? counts[i] : 1, "pixels");
        }
        return directory;
    }
}
