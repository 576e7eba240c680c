package io.astrochrome.imaging.decode.xisf;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FloatSamples;
import io.astrochrome.imaging.decode.FrameFormat;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.Orientation;
import io.astrochrome.imaging.decode.Probed;
import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.Samples;
import io.astrochrome.imaging.decode.SourceFile;
import io.astrochrome.imaging.decode.UnsignedShortSamples;
import io.astrochrome.imaging.decode.mosaic.FilterMosaic;
import io.astrochrome.imaging.decode.mosaic.FilterPattern;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * XISF 1.0 frames in one file: the first picture, attached or in the header, uncompressed or by zlib, LZ4, LZ4HC or
 * Zstandard, bytes shuffled or not. Its rows run from the top once it is turned as its orientation says. Samples of more than 8 bits are linear unless keywords or PixInsight's history tell of a stretch.
 */
public final class XisfFormat implements FrameFormat {
    private static final int BYTE_TO_SHORT = 257;

    @Override
    public Probed probe(SourceFile source) throws RejectionException, IOException {
        XisfImage image = XisfImage.of(source, XisfHeader.read(source));
        return new Probed(
                MediaType.XISF,
                image.orientation().width(image.width(), image.height()),
                image.orientation().height(image.width(), image.height()),
                image.mosaic().isPresent() || image.channels() >= 3 ? 3 : 1,
                image.facts().object(),
                image.facts().exposedAt());
    }

    @Override
    public DecodedFrame decode(SourceFile source) throws RejectionException, IOException {
        XisfImage image = XisfImage.of(source, XisfHeader.read(source));
        source.requireMemory(image.memoryBytes());
        ByteBuffer bytes = ByteBuffer.wrap(image.block().read(source))
                .order(image.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        List<Samples> planes = new ArrayList<>();
        int channels = image.channels() >= 3 ? 3 : 1; // what is beyond are alpha channels
        for (int channel = 0; channel < channels; channel++) {
            planes.add(plane(image, bytes, channel));
        }
        List<String> notes = new ArrayList<>(image.notes());
        if (image.mosaic().isPresent()) {
            FilterPattern told = image.mosaic().get();
            FilterMosaic mosaic = new FilterMosaic(planes.get(0), image.width(), image.height(), told).fitted();
            if (!mosaic.pattern().equals(told)) {
                notes.add(FilterMosaic.MOVED);
            }
            planes = mosaic.planes(row -> row);
        }
        Orientation orientation = image.orientation();
        List<Samples> upright = new ArrayList<>();
        for (Samples plane : planes) {
            upright.add(orientation.upright(plane, image.width(), image.height()));
        }
        return new DecodedFrame(
                MediaType.XISF,
                orientation.width(image.width(), image.height()),
                orientation.height(image.width(), image.height()),
                image.format() != SampleFormat.UINT8 && !image.facts().tellsOfStretch(),
                image.bounds(),
                upright,
                image.facts().describingCards(),
                image.facts().object(),
                image.facts().exposedAt(),
                notes);
    }

    private static Samples plane(XisfImage image, ByteBuffer bytes, int channel) {
        int pixels = image.width() * image.height();
        int first = image.interleaved() ? channel : channel * pixels;
        int step = image.interleaved() ? image.channels() : 1;
        if (image.format().staysInteger()) {
            short[] values = new short[pixels];
            for (int i = 0; i < pixels; i++) {
                int at = first + i * step;
                values[i] = image.format() == SampleFormat.UINT16
                        ? bytes.getShort(2 * at)
                        : (short) ((bytes.get(at) & 0xff) * BYTE_TO_SHORT);
            }
            return new UnsignedShortSamples(values);
        }
        double black = image.bounds().black();
        double range = image.bounds().white() - black;
        float[] values = new float[pixels];
        for (int i = 0; i < pixels; i++) {
            double value = (number(image.format(), bytes, first + i * step) - black) / range;
            values[i] = value > 0 ? (float) Math.min(1, value) : 0; // not-a-number is not above 0
        }
        return new FloatSamples(values);
    }

    private static double number(SampleFormat format, ByteBuffer bytes, int at) {
        return switch (format) {
            case UINT32 -> bytes.getInt(4 * at) & 0xffffffffL;
            case FLOAT32 -> bytes.getFloat(4 * at);
            case FLOAT64 -> bytes.getDouble(8 * at);
            case UINT8, UINT16 -> throw new IllegalStateException("integers are kept as such");
        };
    }
}
