package io.astrochrome.trainer.evaluate.perceptual;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * How far two sets of pictures are apart: {@code |m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2))} of their features' means and
 * covariances (Heusel et al. 2017, arXiv:1706.08500). 0 for equal sets. It grows as sets get smaller, so figures compare
 * only where they are of the same pictures.
 */
public final class FrechetDistance {
    private final double[] mean;
    private final DMatrixRMaj root;
    private final double trace;

    /**
     * The distance from these features.
     *
     * @throws IllegalArgumentException where there are fewer than two pictures
     */
    public FrechetDistance(List<double[]> reference) {
        mean = mean(reference);
        DMatrixRMaj covariance = covariance(reference, mean);
        trace = CommonOps_DDRM.trace(covariance);
        root = root(covariance);
    }

    /** Of other features, as many for each picture. */
    public double to(List<double[]> features) {
        double[] other = mean(features);
        DMatrixRMaj covariance = covariance(features, other);
        double distance = trace + CommonOps_DDRM.trace(covariance);
        for (int i = 0; i < mean.length; i++) {
            distance += (mean[i] - other[i]) * (mean[i] - other[i]);
        }
        // C1 C2 has the eigenvalues of C1^(1/2) C2 C1^(1/2), which is symmetric.
        DMatrixRMaj half = CommonOps_DDRM.mult(root, covariance, null);
        EigenDecomposition_F64<DMatrixRMaj> product = decomposed(CommonOps_DDRM.mult(half, root, null), false);
        for (int i = 0; i < mean.length; i++) {
            distance -= 2 * Math.sqrt(Math.max(0, product.getEigenvalue(i).real));
        }
        return Math.max(0, distance);
    }

    /** The root of a symmetric matrix without negative eigenvalues; rounding's own are taken for 0. */
    static DMatrixRMaj root(DMatrixRMaj matrix) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = decomposed(matrix.copy(), true);
        DMatrixRMaj root = new DMatrixRMaj(matrix.numRows, matrix.numRows);
        for (int k = 0; k < matrix.numRows; k++) {
            DMatrixRMaj vector = eigen.getEigenVector(k);
            CommonOps_DDRM.multAddTransB(Math.sqrt(Math.max(0, eigen.getEigenvalue(k).real)), vector, vector, root);
        }
        return root;
    }

    /** Takes the matrix for symmetric, and its values for scratch. */
    private static EigenDecomposition_F64<DMatrixRMaj> decomposed(DMatrixRMaj matrix, boolean vectors) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(matrix.numRows, vectors, true);
        if (!eigen.decompose(matrix)) {
            throw new ArithmeticException("the eigenvalues of " + matrix.numRows + " features cannot be found");
        }
        return eigen;
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

    private static DMatrixRMaj covariance(List<double[]> features, double[] mean) {
        DMatrixRMaj covariance = new DMatrixRMaj(mean.length, mean.length);
        double[] centred = new double[mean.length];
        for (double[] picture : features) {
            for (int i = 0; i < mean.length; i++) {
                centred[i] = picture[i] - mean[i];
            }
            for (int i = 0; i < mean.length; i++) {
                for (int j = 0; j < mean.length; j++) {
                    covariance.add(i, j, centred[i] * centred[j] / (features.size() - 1));
                }
            }
        }
        return covariance;
    }
}
