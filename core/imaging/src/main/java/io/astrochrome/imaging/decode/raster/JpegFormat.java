package io.astrochrome.imaging.decode.raster;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FrameFormat;
import io.astrochrome.imaging.decode.Linearity;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.Orientation;
import io.astrochrome.imaging.decode.Probed;
import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.SourceFile;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** JPEG of 8 bits, baseline and progressive, grey, colour or print's colours. */
public final class JpegFormat implements FrameFormat {
    private static final LibraryReader READER = new LibraryReader(JPEGImageReaderSpi.class, JPEGImageReaderSpi::new);

    private static final byte[] END_OF_IMAGE = {(byte) 0xff, (byte) 0xd9};

    @Override
    public MediaType mediaType() {
        return MediaType.JPEG;
    }

    @Override
    public Probed probe(SourceFile source) throws RejectionException, IOException {
        JpegSegments segments = JpegSegments.read(source);
        ExifFacts exif = exif(segments);
        return new Probed(
                MediaType.JPEG,
                exif.orientation().width(segments.width(), segments.height()),
                exif.orientation().height(segments.width(), segments.height()),
                segments.components() == 1 ? 1 : 3,
                Optional.empty(),
                exif.exposedAt());
    }

    @Override
    public DecodedFrame decode(SourceFile source) throws RejectionException, IOException {
        JpegSegments segments = JpegSegments.read(source);
        long pixels = (long) segments.width() * segments.height();
        int channels = segments.components() == 1 ? 1 : 3;
        ExifFacts exif = exif(segments);
        int turned = exif.orientation() == Orientation.UPRIGHT ? 0 : 1;
        // The decoder is native and keeps its coefficients outside the heap; they count as if they were in it.
        int coefficients = segments.progressive() ? segments.components() * Short.BYTES : 0;
        source.requireMemory(pixels * (segments.components() + coefficients + (channels + turned) * Short.BYTES));
        return READER.read(
                        source,
                        () -> opened(source, segments),
                        segments.width(),
                        segments.height(),
                        segments.height(),
                        true)
                .picture(MediaType.JPEG, Linearity.PICTURE, exif)
                .frame();
    }

    /** With the end marker, so that the library's warning of a premature end is of the picture itself. */
    private static ImageInputStream opened(SourceFile source, JpegSegments segments) throws IOException {
        return segments.ended()
                ? new FileImageInputStream(source.path().toFile())
                : new PatchedFile(source.path(), source.size(), END_OF_IMAGE);
    }

    private static ExifFacts exif(JpegSegments segments) {
        return segments.exif() == null ? ExifFacts.NONE : ExifFacts.of(segments.exif());
    }
}
