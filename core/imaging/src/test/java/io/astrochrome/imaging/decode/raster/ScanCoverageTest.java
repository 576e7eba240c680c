package io.astrochrome.imaging.decode.raster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScanCoverageTest {
    @Test
    void aBaselinePictureIsWholeWithAScanOfEachComponent() {
        ScanCoverage coverage = new ScanCoverage(frameHeader(1, 2), false);
        assertThat(coverage.isWhole()).isFalse();
        coverage.add(scan(0, 0, 0, 1));
        assertThat(coverage.isWhole()).isFalse();
        coverage.add(scan(0, 0, 0, 2));
        assertThat(coverage.isWhole()).isTrue();
    }

    @Test
    void aProgressiveOneIsWholeWithEveryBitOfEveryCoefficient() {
        ScanCoverage coverage = new ScanCoverage(frameHeader(1), true);
        coverage.add(scan(0, 0, 1, 1));
        coverage.add(scan(1, 63, 0, 1));
        assertThat(coverage.isWhole()).isFalse();
        coverage.add(scan(0, 0, 0, 1));
        assertThat(coverage.isWhole()).isTrue();
    }

    @Test
    void scansThatMakeNoSensePromiseNothing() {
        ScanCoverage coverage = new ScanCoverage(frameHeader(1), true);
        coverage.add(new byte[0]);
        coverage.add(new byte[] {1, 1, 0});
        coverage.add(scan(0, 64, 0, 1));
        coverage.add(scan(9, 3, 0, 1));
        coverage.add(scan(0, 63, 0, 7));
        assertThat(coverage.isWhole()).isFalse();
        assertThat(new ScanCoverage(frameHeader(), false).isWhole()).isFalse();
    }

    private static byte[] frameHeader(int... components) {
        byte[] header = new byte[6 + 3 * components.length];
        header[5] = (byte) components.length;
        for (int i = 0; i < components.length; i++) {
            header[6 + 3 * i] = (byte) components[i];
        }
        return header;
    }

    private static byte[] scan(int from, int to, int left, int component) {
        return new byte[] {1, (byte) component, 0, (byte) from, (byte) to, (byte) left};
    }
}
