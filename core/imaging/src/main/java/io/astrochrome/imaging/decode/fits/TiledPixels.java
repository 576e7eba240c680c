package io.astrochrome.imaging.decode.fits;

import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.Arrays;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import nom.tam.util.ArrayFuncs;

/**
 * The numbers of a picture of compressed tiles, decompressed by nom-tam-fits some rows at a time: whole rows of tiles, so
 * that none is decompressed twice.
 */
final class TiledPixels implements PixelStream {
    private static final int WANTED_VALUES = 1 << 20;

    private final Fits fits;
    private final CompressedImageHDU tiles;
    /** Sides of the picture, outermost first, as Java's arrays have them. */
    private final int[] sides;

    private final int rowsAtOnce;

    /** Rows of all planes, counted on from one plane to the next. */
    private long nextRow;
    /** A one-dimensional array of the picture's own type. */
    private Object values = new short[0];

    private int used;

    TiledPixels(Fits fits, CompressedImageHDU tiles) throws FitsException {
        this.fits = fits;
        this.tiles = tiles;
        this.sides = tiles.getImageAxes();
        int tileRows = Math.max(1, tiles.getHeader().getIntValue("ZTILE2", 1));
        int wanted = Math.max(1, WANTED_VALUES / width());
        this.rowsAtOnce = Math.min(height(), (wanted + tileRows - 1) / tileRows * tileRows);
    }

    private int width() {
        return sides[sides.length - 1];
    }

    private int height() {
        return sides[sides.length - 2];
    }

    @Override
    public void next(short[] into, int offset, int count) throws IOException {
        for (int done = 0; done < count; ) {
            int some = available(count - done);
            System.arraycopy(values, used, into, offset + done, some);
            used += some;
            done += some;
        }
    }

    @Override
    public void next(double[] into, int offset, int count) throws IOException {
        for (int done = 0; done < count; ) {
            int some = available(count - done);
            widen(into, offset + done, some);
            used += some;
            done += some;
        }
    }

    private void widen(double[] into, int offset, int count) {
        for (int i = 0; i < count; i++) {
            if (values instanceof byte[] bytes) {
                into[offset + i] = bytes[used + i] & 0xff;
            } else if (values instanceof short[] shorts) {
                into[offset + i] = shorts[used + i];
            } else if (values instanceof int[] ints) {
                into[offset + i] = ints[used + i];
            } else if (values instanceof long[] longs) {
                into[offset + i] = longs[used + i];
            } else if (values instanceof float[] floats) {
                into[offset + i] = floats[used + i];
            } else {
                into[offset + i] = ((double[]) values)[used + i];
            }
        }
    }

    /** How many of the wanted values are there, at least one. */
    private int available(int wanted) throws IOException {
        if (used == Array.getLength(values)) {
            decompress();
        }
        return Math.min(wanted, Array.getLength(values) - used);
    }

    private void decompress() throws IOException {
        int row = (int) (nextRow % height());
        long plane = nextRow / height();
        int[] corner = new int[sides.length];
        int[] size = new int[sides.length];
        Arrays.fill(size, 1);
        corner[sides.length - 2] = row;
        size[sides.length - 2] = Math.min(rowsAtOnce, height() - row);
        size[sides.length - 1] = width();
        if (sides.length > 2) {
            corner[sides.length - 3] = (int) plane;
        } else if (plane > 0) {
            throw new EOFException("the tiles have fewer pixels than the picture");
        }
        try {
            values = ArrayFuncs.flatten(tiles.getTileHDU(corner, size).getKernel());
        } catch (FitsException e) {
            throw new IOException("its tiles cannot be decompressed: " + e.getMessage(), e);
        }
        used = 0;
        nextRow += size[sides.length - 2];
    }

    @Override
    public void close() throws IOException {
        fits.close();
    }
}
