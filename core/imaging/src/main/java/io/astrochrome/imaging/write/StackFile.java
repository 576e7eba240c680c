package io.astrochrome.imaging.write;

import io.astrochrome.imaging.compose.StackedLight;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.Header;
import nom.tam.fits.HeaderCard;

/**
 * A linear stack as FITS: the mean as 32-bit floats in the units of its exposures, not-a-number where there was none, rows
 * from the bottom; and in the extension COVERAGE how many exposures saw each pixel.
 */
public final class StackFile {
    private StackFile() {}

    /**
     * Writes the file, replacing what is there.
     *
     * @param coverage of each pixel
     * @param object what was exposed, or null
     */
    public static void write(Path file, StackedLight light, short[] coverage, String object, String softwareVersion)
            throws IOException {
        int width = light.plane().width();
        int height = light.plane().height();
        float[][] mean = new float[height][];
        short[][] seen = new short[height][];
        for (int y = 0; y < height; y++) {
            int from = (height - 1 - y) * width;
            mean[y] = Arrays.copyOfRange(light.plane().values(), from, from + width);
            seen[y] = Arrays.copyOfRange(coverage, from, from + width);
        }
        try (Fits fits = new Fits()) {
            BasicHDU<?> primary = Fits.makeHDU(mean);
            Header header = primary.getHeader();
            if (object != null) {
                header.addValue("OBJECT", object, "what was exposed");
            }
            header.addValue("FILTER", light.role().label(), "role of the filter");
            header.addValue("NCOMBINE", light.subs(), "exposures in the stack");
            header.addValue("EXPTIME", light.seconds(), "[s] of all of them");
            header.addValue("ROWORDER", "BOTTOM-UP", "");
            header.addLine(HeaderCard.createHistoryCard("stacked by " + ColourSentence.CREATOR + softwareVersion));
            fits.addHDU(primary);
            BasicHDU<?> extension = Fits.makeHDU(seen);
            extension.getHeader().addValue("EXTNAME", "COVERAGE", "exposures that saw each pixel");
            fits.addHDU(extension);
            fits.write(file.toFile());
        } catch (FitsException e) {
            throw new IOException(file + " cannot be written as FITS", e);
        }
    }
}
