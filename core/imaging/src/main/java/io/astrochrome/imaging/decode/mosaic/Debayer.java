package io.astrochrome.imaging.decode.mosaic;

import io.astrochrome.imaging.decode.samples.FloatSamples;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Fills in the two colours that each pixel of a mosaic did not see. Works on five rows at a time. */
public enum Debayer {
    /** The mean of the nearest pixels that saw the colour. */
    BILINEAR {
        @Override
        void interpolate(float[][] rows, int[] columns, int at, Neighbours kind, float[] rgb) {
            float[] row = rows[2];
            float left = row[columns[at + 1]];
            float right = row[columns[at + 3]];
            float above = rows[1][columns[at + 2]];
            float below = rows[3][columns[at + 2]];
            float centre = row[columns[at + 2]];
            if (kind.centre == GREEN) {
                rgb[GREEN] = centre;
                rgb[kind.beside] = (left + right) / 2;
                rgb[2 - kind.beside] = (above + below) / 2;
            } else {
                rgb[kind.centre] = centre;
                rgb[GREEN] = (left + right + above + below) / 4;
                rgb[2 - kind.centre] = diagonals(rows, columns, at) / 4;
            }
        }
    },
    /** Malvar, He and Cutler (2004): bilinear, corrected by the gradient of the colour that the pixel did see. */
    MALVAR {
        @Override
        void interpolate(float[][] rows, int[] columns, int at, Neighbours kind, float[] rgb) {
            float[] row = rows[2];
            int middle = columns[at + 2];
            float centre = row[middle];
            float beside = row[columns[at + 1]] + row[columns[at + 3]];
            float upright = rows[1][middle] + rows[3][middle];
            float farBeside = row[columns[at]] + row[columns[at + 4]];
            float farUpright = rows[0][middle] + rows[4][middle];
            float diagonals = diagonals(rows, columns, at);
            if (kind.centre == GREEN) {
                rgb[GREEN] = centre;
                rgb[kind.beside] = (5 * centre + 4 * beside - diagonals - farBeside + farUpright / 2) / 8;
                rgb[2 - kind.beside] = (5 * centre + 4 * upright - diagonals - farUpright + farBeside / 2) / 8;
            } else {
                float far = farBeside + farUpright;
                rgb[kind.centre] = centre;
                rgb[GREEN] = (4 * centre + 2 * (beside + upright) - far) / 8;
                rgb[2 - kind.centre] = (6 * centre + 2 * diagonals - 1.5f * far) / 8;
            }
        }
    };

    private static final int GREEN = 1;
    private static final int REACH = 2;
    private static final int ROWS = 2 * REACH + 1;

    /**
     * The colour of one pixel.
     *
     * @param rows the pixel's and two to each side
     * @param columns which column stands for pixel x - 2 (at {@code at}) to x + 2, edges mirrored
     * @param rgb takes red, green, blue
     */
    abstract void interpolate(float[][] rows, int[] columns, int at, Neighbours kind, float[] rgb);

    /**
     * Red, green and blue of a mosaic, clipped to [0, 1], of the mosaic's own kind of samples.
     *
     * @param rowOf where a row of the mosaic goes in the planes
     */
    public List<Samples> planes(Samples mosaic, int width, int height, FilterPattern pattern, IntUnaryOperator rowOf) {
        boolean shorts = mosaic instanceof UnsignedShortSamples;
        short[][] shortPlanes = new short[3][shorts ? mosaic.length() : 0];
        float[][] floatPlanes = new float[3][shorts ? 0 : mosaic.length()];
        int[] columns = mirrored(width);
        float[][] rows = new float[ROWS][width];
        int[] loaded = {-1, -1, -1, -1, -1};
        float[] rgb = new float[3];
        for (int y = 0; y < height; y++) {
            load(mosaic, width, height, y, rows, loaded);
            int to = rowOf.applyAsInt(y) * width;
            Neighbours even = Neighbours.of(pattern, 0, y);
            Neighbours odd = Neighbours.of(pattern, 1, y);
            for (int x = 0; x < width; x++) {
                interpolate(rows, columns, x, (x & 1) == 0 ? even : odd, rgb);
                for (int c = 0; c < 3; c++) {
                    float value = Math.max(0, Math.min(1, rgb[c]));
                    if (shorts) {
                        shortPlanes[c][to + x] = (short) (int) (value * UnsignedShortSamples.MAX + 0.5f);
                    } else {
                        floatPlanes[c][to + x] = value;
                    }
                }
            }
        }
        List<Samples> planes = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            planes.add(shorts ? new UnsignedShortSamples(shortPlanes[c]) : new FloatSamples(floatPlanes[c]));
        }
        return planes;
    }

    private static float diagonals(float[][] rows, int[] columns, int at) {
        int left = columns[at + 1];
        int right = columns[at + 3];
        return rows[1][left] + rows[1][right] + rows[3][left] + rows[3][right];
    }

    /** Brings rows y - 2 to y + 2 into {@code rows}, keeping those that are there. */
    private static void load(Samples mosaic, int width, int height, int y, float[][] rows, int[] loaded) {
        for (int i = 0; i < ROWS; i++) {
            int wanted = mirror(y + i - REACH, height);
            for (int j = i; j < ROWS && loaded[i] != wanted; j++) {
                if (loaded[j] == wanted) {
                    float[] row = rows[i];
                    rows[i] = rows[j];
                    rows[j] = row;
                    loaded[j] = loaded[i];
                    loaded[i] = wanted;
                }
            }
            if (loaded[i] != wanted) {
                for (int x = 0; x < width; x++) {
                    rows[i][x] = mosaic.get(wanted * width + x);
                }
                loaded[i] = wanted;
            }
        }
    }

    private static int[] mirrored(int width) {
        int[] columns = new int[width + 2 * REACH];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = mirror(i - REACH, width);
        }
        return columns;
    }

    /** Mirrors at the edge pixel, which keeps the pattern's parity. */
    private static int mirror(int index, int length) {
        int period = 2 * (length - 1);
        int folded = Math.floorMod(index, period);
        return folded < length ? folded : period - folded;
    }

    /** Which colour a pixel saw, and which its neighbours to the left and right. */
    record Neighbours(int centre, int beside) {
        static Neighbours of(FilterPattern pattern, int x, int y) {
            return new Neighbours(pattern.colourAt(x, y), pattern.colourAt(x + 1, y));
        }
    }
}
