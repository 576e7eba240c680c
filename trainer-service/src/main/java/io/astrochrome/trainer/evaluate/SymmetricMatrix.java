package io.astrochrome.trainer.evaluate;

/** Eigenvalues of symmetric matrices by cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, 8.5). */
final class SymmetricMatrix {
    private static final int MOST_SWEEPS = 30;
    private static final double SMALL = 1e-13;

    private SymmetricMatrix() {}

    /**
     * Turns {@code a} into a diagonal matrix of its eigenvalues.
     *
     * @param vectors rows that turn with it: those of the unit matrix become the eigenvectors; null where they are not
     *     wanted
     */
    static void diagonalise(double[][] a, double[][] vectors) {
        double limit = SMALL * norm(a);
        for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a) > limit; sweep++) {
            for (int p = 0; p < a.length; p++) {
                for (int q = p + 1; q < a.length; q++) {
                    rotate(a, vectors, p, q);
                }
            }
        }
    }

    /** Keeps the matrix symmetric in full, so that its rows can be walked along. */
    private static void rotate(double[][] a, double[][] vectors, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        double shift = t * a[p][q];
        double diagonalP = a[p][p] - shift;
        double diagonalQ = a[q][q] + shift;
        turn(a[p], a[q], c, s);
        for (int k = 0; k < a.length; k++) {
            a[k][p] = a[p][k];
            a[k][q] = a[q][k];
        }
        a[p][p] = diagonalP;
        a[q][q] = diagonalQ;
        a[p][q] = 0;
        a[q][p] = 0;
        if (vectors != null) {
            turn(vectors[p], vectors[q], c, s);
        }
    }

    private static void turn(double[] p, double[] q, double c, double s) {
        for (int k = 0; k < p.length; k++) {
            double before = p[k];
            p[k] = c * before - s * q[k];
            q[k] = s * before + c * q[k];
        }
    }

    private static double norm(double[][] a) {
        double sum = 0;
        for (double[] row : a) {
            for (double value : row) {
                sum += value * value;
            }
        }
        return Math.sqrt(sum);
    }

    private static double offDiagonal(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += 2 * a[i][j] * a[i][j];
            }
        }
        return Math.sqrt(sum);
    }

    /** The root of a matrix without negative eigenvalues; rounding's own are taken for 0. */
    static double[][] root(double[][] matrix) {
        int n = matrix.length;
        double[][] a = copy(matrix);
        double[][] vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            vectors[i][i] = 1;
        }
        diagonalise(a, vectors);
        double[][] root = new double[n][n];
        for (int k = 0; k < n; k++) {
            double value = Math.sqrt(Math.max(0, a[k][k]));
            for (int i = 0; i < n; i++) {
                double weight = value * vectors[k][i];
                for (int j = 0; j < n; j++) {
                    root[i][j] += weight * vectors[k][j];
                }
            }
        }
        return root;
    }

    /** {@code s * matrix * s}. */
    static double[][] between(double[][] s, double[][] matrix) {
        return product(product(s, matrix), s);
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < a.length; k++) {
                for (int j = 0; j < a.length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
