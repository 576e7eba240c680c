package io.astrochrome.imaging.decode.xisf;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FrameFormat;
import io.astrochrome.imaging.decode.Linearity;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.Orientation;
import io.astrochrome.imaging.decode.Probed;
import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.SourceFile;
import io.astrochrome.imaging.decode.mosaic.FilterMosaic;
import io.astrochrome.imaging.decode.mosaic.FilterPattern;
import io.astrochrome.imaging.decode.samples.KeptNumbers;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * XISF 1.0 frames in one file: the first picture, attached or in the header, uncompressed or by zlib, LZ4, LZ4HC or
 * Zstandard, bytes shuffled or not. Its rows run from the top once it is turned as its orientation says. Samples of more
 * than 8 bits are linear unless keywords or PixInsight's history tell of a stretch; then, and for 8 bits, their
 * distribution decides. Bounds are believed where the samples keep to them.
 */
public final class XisfFormat implements FrameFormat {
    private static final int BYTE_TO_SHORT = 257;

    @Override
    public MediaType mediaType() {
        return MediaType.XISF;
    }

    @Override
    public Probed probe(SourceFile source) throws RejectionException, IOException {
        XisfImage image = XisfImage.of(source, XisfHeader.read(source));
        return new Probed(
                MediaType.XISF,
                image.orientation().width(image.width(), image.height()),
                image.orientation().height(image.width(), image.height()),
                image.mosaic().isPresent() ? 3 : image.colours(),
                image.facts().object(),
                image.facts().exposedAt(),
                image.facts().imageType());
    }

    @Override
    public DecodedFrame decode(SourceFile source) throws RejectionException, IOException {
        XisfImage image = XisfImage.of(source, XisfHeader.read(source));
        source.requireMemory(image.memoryBytes());
        ByteBuffer bytes = ByteBuffer.wrap(image.block().read(source))
                .order(image.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        List<Samples> planes = new ArrayList<>();
        SampleLevels levels = image.bounds();
        int channels = image.colours();
        if (image.format().staysInteger()) {
            for (int channel = 0; channel < channels; channel++) {
                planes.add(shorts(image, bytes, channel));
            }
        } else {
            KeptNumbers kept = numbers(image, bytes, channels);
            levels = kept.normalise(image.bounds());
            planes.addAll(kept.samples());
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
        planes.replaceAll(plane -> orientation.upright(plane, image.width(), image.height()));
        return new DecodedFrame(
                MediaType.XISF,
                orientation.width(image.width(), image.height()),
                orientation.height(image.width(), image.height()),
                Linearity.ofTelescope(
                                Byte.SIZE * image.format().bytes(),
                                image.facts().tellsOfStretch())
                        .isLinear(planes),
                levels,
                planes,
                image.facts().describingCards(),
                image.facts().object(),
                image.facts().exposedAt(),
                notes);
    }

    private static Samples shorts(XisfImage image, ByteBuffer bytes, int channel) {
        short[] values = new short[image.width() * image.height()];
        for (int i = 0; i < values.length; i++) {
            int at = position(image, channel, i);
            values[i] = image.format() == SampleFormat.UINT16
                    ? bytes.getShort(2 * at)
                    : (short) ((bytes.get(at) & 0xff) * BYTE_TO_SHORT);
        }
        return new UnsignedShortSamples(values);
    }

    private static KeptNumbers numbers(XisfImage image, ByteBuffer bytes, int channels) {
        KeptNumbers kept = new KeptNumbers(channels, image.width() * image.height());
        double[] row = new double[image.width()];
        for (int channel = 0; channel < channels; channel++) {
            for (int first = 0; first < image.width() * image.height(); first += image.width()) {
                for (int x = 0; x < row.length; x++) {
                    row[x] = number(image.format(), bytes, position(image, channel, first + x));
                }
                kept.begin(row);
                for (int x = 0; x < row.length; x++) {
                    kept.put(channel, first + x, row[x]);
                }
            }
        }
        return kept;
    }

    private static int position(XisfImage image, int channel, int pixel) {
        return image.interleaved()
                ? channel + pixel * image.channels()
                : channel * image.width() * image.height() + pixel;
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
