package io.astrochrome.imaging.color;

/**
 * Linear sRGB to XYZ relative to the white (so that white is 1, 1, 1) and back, made from the primaries' chromaticities
 * in double precision. Rows of a relative matrix add up to 1: grey stays grey exactly.
 */
final class RgbMatrix {
    /** Chromaticities x, y of red, green and blue: ITU-R BT.709, as sRGB has them. */
    private static final double[][] PRIMARIES = {{0.64, 0.33}, {0.30, 0.60}, {0.15, 0.06}};

    private static final double[] TO_XYZ = toRelativeXyz();
    private static final double[] FROM_XYZ = invert(TO_XYZ);

    private RgbMatrix() {}

    static double toX(double r, double g, double b) {
        return TO_XYZ[0] * r + TO_XYZ[1] * g + TO_XYZ[2] * b;
    }

    static double toY(double r, double g, double b) {
        return TO_XYZ[3] * r + TO_XYZ[4] * g + TO_XYZ[5] * b;
    }

    static double toZ(double r, double g, double b) {
        return TO_XYZ[6] * r + TO_XYZ[7] * g + TO_XYZ[8] * b;
    }

    /** Linear red (0), green (1) or blue (2) of an XYZ relative to the white. */
    static double toRgb(int channel, double x, double y, double z) {
        int row = 3 * channel;
        return FROM_XYZ[row] * x + FROM_XYZ[row + 1] * y + FROM_XYZ[row + 2] * z;
    }

    /** Element of linear RGB to relative XYZ. */
    static float toXyz(int row, int column) {
        return (float) TO_XYZ[3 * row + column];
    }

    /** Element of relative XYZ to linear RGB. */
    static float fromXyz(int row, int column) {
        return (float) FROM_XYZ[3 * row + column];
    }

    private static double[] toRelativeXyz() {
        double[] unscaled = new double[9];
        for (int c = 0; c < 3; c++) {
            double x = PRIMARIES[c][0];
            double y = PRIMARIES[c][1];
            unscaled[c] = x / y / Cielab.WHITE_X;
            unscaled[3 + c] = 1;
            unscaled[6 + c] = (1 - x - y) / y / Cielab.WHITE_Z;
        }
        double[] inverse = invert(unscaled);
        double[] matrix = new double[9];
        for (int c = 0; c < 3; c++) {
            double luminanceOfPrimary = inverse[3 * c] + inverse[3 * c + 1] + inverse[3 * c + 2];
            for (int row = 0; row < 3; row++) {
                matrix[3 * row + c] = unscaled[3 * row + c] * luminanceOfPrimary;
            }
        }
        return matrix;
    }

    private static double[] invert(double[] m) {
        double[] cofactors = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                int r1 = 3 * ((row + 1) % 3);
                int r2 = 3 * ((row + 2) % 3);
                int c1 = (column + 1) % 3;
                int c2 = (column + 2) % 3;
                cofactors[3 * column + row] = m[r1 + c1] * m[r2 + c2] - m[r1 + c2] * m[r2 + c1];
            }
        }
        double determinant = m[0] * cofactors[0] + m[1] * cofactors[3] + m[2] * cofactors[6];
        for (int i = 0; i < 9; i++) {
            cofactors[i] /= determinant;
        }
        return cofactors;
    }
}
