package io.astrochrome.trainer.evaluate;

import java.util.List;

/**
 * How far two sets of pictures are apart: {@code |m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2))} of their features' means and
 * covariances (Heusel et al. 2017, arXiv:1706.08500). 0 for equal sets. It grows as sets get smaller, so figures compare
 * only where they are of the same pictures.
 */
final class FrechetDistance {
    private final double[] mean;
    private final double[][] root;
    private final double trace;

    /**
     * The distance from these features.
     *
     * @throws IllegalArgumentException where there are fewer than two pictures
     */
    FrechetDistance(List<double[]> reference) {
        mean = mean(reference);
        double[][] covariance = covariance(reference, mean);
        trace = trace(covariance);
        root = SymmetricMatrix.root(covariance);
    }

    /** Of other features, as many for each picture. */
    double to(List<double[]> features) {
        double[] other = mean(features);
        double[][] covariance = covariance(features, other);
        double distance = trace + trace(covariance);
        for (int i = 0; i < mean.length; i++) {
            distance += (mean[i] - other[i]) * (mean[i] - other[i]);
        }
        // C1 C2 has the eigenvalues of C1^(1/2) C2 C1^(1/2), which is symmetric.
        double[][] product = SymmetricMatrix.between(root, covariance);
        SymmetricMatrix.diagonalise(product, null);
        for (int i = 0; i < product.length; i++) {
            distance -= 2 * Math.sqrt(Math.max(0, product[i][i]));
        }
        return Math.max(0, distance);
    }

    private static double[] mean(List<double[]> features) {
        if (features.size() < 2) {
            throw new IllegalArgumentException("a distance between sets needs at least two pictures");
        }
        double[] mean = new double[features.get(0).length];
        for (double[] picture : features) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += picture[i] / features.size();
            }
        }
        return mean;
    }

    private static double[][] covariance(List<double[]> features, double[] mean) {
        double[][] covariance = new double[mean.length][mean.length];
        double[] centred = new double[mean.length];
        for (double[] picture : features) {
            for (int i = 0; i < mean.length; i++) {
                centred[i] = picture[i] - mean[i];
            }
            for (int i = 0; i < mean.length; i++) {
                for (int j = 0; j < mean.length; j++) {
                    covariance[i][j] += centred[i] * centred[j] / (features.size() - 1);
                }
            }
        }
        return covariance;
    }

    private static double trace(double[][] matrix) {
        double trace = 0;
        for (int i = 0; i < matrix.length; i++) {
            trace += matrix[i][i];
        }
        return trace;
    }
}
