package io.astrochrome.imaging.decode.raster;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
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

/** WebP, lossy and lossless, with and without alpha; no animations. */
public final class WebpFormat implements FrameFormat {
    private static final LibraryReader READER = new LibraryReader(WebPImageReaderSpi.class, WebPImageReaderSpi::new);

    /** What the decoder keeps for a pixel: its picture, its working planes, its alpha. */
    private static final int WORKING_BYTES = 12;

    @Override
    public MediaType mediaType() {
        return MediaType.WEBP;
    }

    @Override
    public Probed probe(SourceFile source) throws RejectionException, IOException {
        WebpChunks chunks = WebpChunks.read(source);
        ExifFacts exif = exif(chunks);
        return new Probed(
                MediaType.WEBP,
                exif.orientation().width(chunks.width(), chunks.height()),
                exif.orientation().height(chunks.width(), chunks.height()),
                3,
                Optional.empty(),
                exif.exposedAt());
    }

    @Override
    public DecodedFrame decode(SourceFile source) throws RejectionException, IOException {
        WebpChunks chunks = WebpChunks.read(source);
        long pixels = (long) chunks.width() * chunks.height();
        ExifFacts exif = exif(chunks);
        int turned = exif.orientation() == Orientation.UPRIGHT ? 0 : 1;
        source.requireMemory(pixels * (WORKING_BYTES + (3 + turned) * Short.BYTES) + source.size());
        return READER.read(source, chunks.width(), chunks.height(), chunks.height())
                .picture(MediaType.WEBP, Linearity.PICTURE, exif)
                .frame();
    }

    private static ExifFacts exif(WebpChunks chunks) {
        return chunks.exif() == null ? ExifFacts.NONE : ExifFacts.of(chunks.exif());
    }
}
