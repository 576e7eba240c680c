package io.astrochrome.imaging.decode.fits;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FrameFormat;
import io.astrochrome.imaging.decode.Linearity;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.Probed;
import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.SourceFile;
import io.astrochrome.imaging.decode.mosaic.FilterMosaic;
import io.astrochrome.imaging.decode.mosaic.FilterPattern;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * FITS 4.0 frames: the first picture of the file, in the primary unit or an extension, plain or of compressed tiles, or the
 * chips of one detector put together; grey, a cube of red, green and blue, or a mosaic of colour filters. Numbers of more
 * than 8 bits are linear unless the header's HISTORY tells of a stretch; then, and for 8 bits, their distribution decides.
 */
public final class FitsFormat implements FrameFormat {
    @Override
    public MediaType mediaType() {
        return MediaType.FITS;
    }

    @Override
    public Probed probe(SourceFile source) throws RejectionException, IOException {
        FitsImage image = FitsImage.find(source);
        FitsLayout layout = image.layout();
        int channels = image.mosaic().isPresent() ? 3 : layout.channels();
        FitsFacts facts = image.facts();
        return new Probed(
                MediaType.FITS,
                layout.width(),
                layout.height(),
                channels,
                facts.object(),
                facts.exposedAt(),
                facts.imageType());
    }

    @Override
    public DecodedFrame decode(SourceFile source) throws RejectionException, IOException {
        FitsImage image = FitsImage.find(source);
        source.requireMemory(image.memoryBytes());
        LeveledPlanes planes;
        try (PixelStream pixels = image.open()) {
            planes = PlaneReader.read(pixels, image);
        }
        FitsLayout layout = image.layout();
        List<Samples> upright = planes.samples();
        FitsFacts facts = image.facts();
        List<String> notes = new ArrayList<>(image.notes());
        if (image.mosaic().isPresent()) {
            FilterPattern told = image.mosaic().get();
            FilterMosaic mosaic = new FilterMosaic(upright.get(0), layout.width(), layout.height(), told).fitted();
            if (!mosaic.pattern().equals(told)) {
                notes.add(FilterMosaic.MOVED);
                facts = facts.noting(List.of(FilterMosaic.MOVED));
            }
            upright = mosaic.planes(layout::uprightRow);
        }
        SampleLevels levels = planes.levels();
        boolean linear = Linearity.ofTelescope(Math.abs(image.bitpix()), facts.tellsOfStretch())
                .isLinear(upright);
        return new DecodedFrame(
                MediaType.FITS,
                layout.width(),
                layout.height(),
                linear,
                levels,
                upright,
                facts.describingCards(),
                facts.object(),
                facts.exposedAt(),
                notes);
    }
}
