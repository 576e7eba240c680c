package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A format's reader of the TwelveMonkeys library. Found by its class, not by a search of the class path, which would see
 * another one in an application server than in a test.
 */
final class LibraryReader {
    private final ImageReaderSpi provider;

    <T extends ImageReaderSpi> LibraryReader(Class<T> type, Supplier<T> maker) {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        T registered = registry.getServiceProviderByClass(type);
        if (registered == null) {
            registered = maker.get();
            registry.registerServiceProvider(registered);
        }
        this.provider = registered;
    }

    /**
     * Reads the file's first picture.
     *
     * @param opening opens what the reader reads, which it closes
     * @param width as checked before; a reader that finds another is not believed
     * @param rowsAtOnce how many rows the reader may be asked for at a time
     * @param alpha whether a sample beyond the colours is alpha; the library takes it for that whatever it is
     */
    RasterPlanes read(SourceFile source, Opening opening, int width, int height, int rowsAtOnce, boolean alpha)
            throws RejectionException, IOException {
        return read(source, opening, width, height, rowsAtOnce, (reader, region, y, planes) -> {
            BufferedImage image = reader.read(0, region);
            RasterPlanes filled = planes == null ? RasterPlanes.like(source, image, width, height, alpha) : planes;
            filled.put(image, y);
            return filled;
        });
    }

    /** As {@link #read}, for samples that are bare numbers. */
    RasterPlanes readNumbers(
            SourceFile source, Opening opening, int width, int height, int rowsAtOnce, BareNumbers numbers)
            throws RejectionException, IOException {
        return read(source, opening, width, height, rowsAtOnce, (reader, region, y, planes) -> {
            RasterPlanes filled = planes == null ? RasterPlanes.ofNumbers(numbers, width, height) : planes;
            filled.put(numbers, reader.readRaster(0, region), y);
            return filled;
        });
    }

    private RasterPlanes read(
            SourceFile source, Opening opening, int width, int height, int rowsAtOnce, StripReading reading)
            throws RejectionException, IOException {
        ImageReader reader = provider.createReaderInstance();
        Warnings warnings = new Warnings();
        try (ImageInputStream in = opening.open()) {
            reader.setInput(in, /* seekForwardOnly= */ false, /* ignoreMetadata= */ true);
            reader.addIIOReadWarningListener(warnings);
            if (reader.getWidth(0) != width || reader.getHeight(0) != height) {
                throw source.rejection(RejectionReason.LYING_HEADER, "has two headers that contradict each other");
            }
            RasterPlanes planes = null;
            for (int y = 0; y < height; y += rowsAtOnce) {
                int rows = Math.min(rowsAtOnce, height - y);
                ImageReadParam region = reader.getDefaultReadParam();
                if (rows < height) {
                    region.setSourceRegion(new Rectangle(0, y, width, rows));
                }
                planes = reading.strip(reader, region, y, planes);
            }
            warnings.requireWhole(source);
            return Objects.requireNonNull(planes, "a picture has rows");
        } finally {
            reader.dispose();
        }
    }

    /** Reads the file as it is. */
    RasterPlanes read(SourceFile source, int width, int height, int rowsAtOnce) throws RejectionException, IOException {
        return read(source, () -> new FileImageInputStream(source.path().toFile()), width, height, rowsAtOnce, true);
    }

    /** How the bytes come to the library. */
    interface Opening {
        ImageInputStream open() throws IOException;
    }

    /** Reads a strip into planes, which are made for the first one. */
    private interface StripReading {
        RasterPlanes strip(ImageReader reader, ImageReadParam region, int firstRow, @Nullable RasterPlanes planes)
                throws RejectionException, IOException;
    }

    /** Hears what a reader would rather not fail for. */
    private static final class Warnings implements IIOReadWarningListener {
        private @Nullable String truncation;

        @Override
        public void warningOccurred(ImageReader reader, String warning) {
            String text = String.valueOf(warning).toLowerCase(Locale.ROOT);
            if (text.contains("premature") || text.contains("truncated") || text.contains("end of")) {
                truncation = warning;
            }
        }

        void requireWhole(SourceFile source) throws RejectionException {
            if (truncation != null) {
                throw source.rejection(RejectionReason.TRUNCATED, "ends early: " + truncation);
            }
        }
    }
}
