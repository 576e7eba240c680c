package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FrameFormat;
import io.astrochrome.imaging.decode.Linearity;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.Orientation;
import io.astrochrome.imaging.decode.Probed;
import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.SourceFile;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.awt.color.ICC_Profile;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/**
 * PNG of every colour type and depth, interlaced or not, straight into planes: at its peak it takes the planes and two
 * rows. Alpha is composited on black.
 */
public final class PngFormat implements FrameFormat {
    private static final int READ_BUFFER = 1 << 16;
    private static final int LARGEST_PROFILE = 4 << 20;
    /** Adam7: first column, first row, column step, row step of each pass. */
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private static final int[][] ONE_PASS = {{0, 0, 1, 1}};

    @Override
    public MediaType mediaType() {
        return MediaType.PNG;
    }

    @Override
    public Probed probe(SourceFile source) throws RejectionException, IOException {
        try (RandomAccessFile file = new RandomAccessFile(source.path().toFile(), "r")) {
            PngChunks chunks = PngChunks.read(source, file, /* checkData= */ false);
            PngHeader header = chunks.header();
            ExifFacts exif = exif(chunks);
            return new Probed(
                    MediaType.PNG,
                    exif.orientation().width(header.width(), header.height()),
                    exif.orientation().height(header.width(), header.height()),
                    header.channels(),
                    Optional.empty(),
                    exif.exposedAt());
        }
    }

    @Override
    public DecodedFrame decode(SourceFile source) throws RejectionException, IOException {
        try (RandomAccessFile file = new RandomAccessFile(source.path().toFile(), "r")) {
            PngChunks chunks = PngChunks.read(source, file, /* checkData= */ true);
            PngHeader header = chunks.header();
            ExifFacts exif = exif(chunks);
            long planeBytes = (long) header.width() * header.height() * Short.BYTES;
            source.requireMemory(planeBytes * (header.channels() + (exif.orientation() == Orientation.UPRIGHT ? 0 : 1))
                    + 4L * header.rowBytes(header.width()));
            List<Samples> planes = planes(file, chunks);
            Optional<ICC_Profile> profile =
                    profile(chunks).flatMap(bytes -> ColourProfile.parse(bytes, header.channels()));
            boolean said = header.bitDepth() <= Byte.SIZE
                    || chunks.small().containsKey("iCCP")
                    || chunks.small().containsKey("sRGB");
            return new StoredPicture(
                            MediaType.PNG,
                            header.width(),
                            header.height(),
                            planes,
                            SampleLevels.SIXTEEN_BITS,
                            said ? Linearity.SAID_OTHERWISE : Linearity.UNSAID,
                            profile,
                            exif)
                    .frame();
        }
    }

    private static List<Samples> planes(RandomAccessFile file, PngChunks chunks) throws IOException {
        PngHeader header = chunks.header();
        short[][] planes = new short[header.channels()][header.width() * header.height()];
        PngPixels pixels = PngPixels.of(chunks, planes);
        try (InflaterInputStream inflated =
                new InflaterInputStream(new BufferedInputStream(new SpanStream(file, chunks.data()), READ_BUFFER))) {
            for (int[] pass : header.interlaced() ? ADAM7 : ONE_PASS) {
                int columns = (header.width() - pass[0] + pass[2] - 1) / pass[2];
                int rows = (header.height() - pass[1] + pass[3] - 1) / pass[3];
                if (columns <= 0 || rows <= 0) {
                    continue;
                }
                PngRows unfiltered = new PngRows(inflated, header.rowBytes(columns), header.filterDistance());
                for (int row = 0; row < rows; row++) {
                    int first = (pass[1] + row * pass[3]) * header.width() + pass[0];
                    pixels.put(unfiltered.next(), columns, first, pass[2]);
                }
            }
        }
        List<Samples> samples = new ArrayList<>();
        for (short[] plane : planes) {
            samples.add(new UnsignedShortSamples(plane));
        }
        return samples;
    }

    private static ExifFacts exif(PngChunks chunks) {
        byte[] block = chunks.small().get("eXIf");
        return block == null ? ExifFacts.NONE : ExifFacts.of(block);
    }

    /** The iCCP chunk's profile: a name, a zero, the compression's number, the profile deflated. */
    private static Optional<byte[]> profile(PngChunks chunks) throws IOException {
        byte[] chunk = chunks.small().get("iCCP");
        if (chunk == null) {
            return Optional.empty();
        }
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        int from = Math.min(chunk.length, name + 2);
        try (InflaterInputStream inflated =
                new InflaterInputStream(new ByteArrayInputStream(chunk, from, chunk.length - from))) {
            return Optional.of(inflated.readNBytes(LARGEST_PROFILE));
        }
    }
}
