package io.astrochrome.imaging.decode.raster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which coefficients of a JPEG's components its scans promised (ITU-T T.81, B.2.3): a picture without its end marker is
 * whole where that is every bit of each.
 */
final class ScanCoverage {
    private static final int COEFFICIENTS = 64;
    private static final int FIRST_COMPONENT = 6;
    private static final int FRAME_COMPONENT_BYTES = 3;
    private static final int SCAN_COMPONENT_BYTES = 2;
    private static final int UNSEEN = 0xff;

    private final boolean progressive;
    /** By component: the bits of each coefficient that are still missing. */
    private final Map<Integer, int[]> missingBits = new HashMap<>();

    /**
     * Nothing was promised yet.
     *
     * @param frameHeader its segment without marker and length
     */
    ScanCoverage(byte[] frameHeader, boolean progressive) {
        this.progressive = progressive;
        int count = frameHeader[FIRST_COMPONENT - 1] & 0xff;
        for (int i = 0; i < count && FIRST_COMPONENT + i * FRAME_COMPONENT_BYTES < frameHeader.length; i++) {
            int[] missing = new int[COEFFICIENTS];
            Arrays.fill(missing, UNSEEN);
            missingBits.put(frameHeader[FIRST_COMPONENT + i * FRAME_COMPONENT_BYTES] & 0xff, missing);
        }
    }

    /** Adds a scan by its header's segment without marker and length; one that makes no sense promises nothing. */
    void add(byte[] scanHeader) {
        int count = scanHeader.length == 0 ? 0 : scanHeader[0] & 0xff;
        int spectral = 1 + count * SCAN_COMPONENT_BYTES;
        if (scanHeader.length < spectral + 3) {
            return;
        }
        int from = progressive ? scanHeader[spectral] & 0xff : 0;
        int to = progressive ? scanHeader[spectral + 1] & 0xff : COEFFICIENTS - 1;
        int left = progressive ? scanHeader[spectral + 2] & 0xf : 0;
        for (int i = 0; i < count; i++) {
            int[] missing = missingBits.get(scanHeader[1 + i * SCAN_COMPONENT_BYTES] & 0xff);
            if (missing != null && from <= to && to < COEFFICIENTS) {
                Arrays.fill(missing, from, to + 1, left);
            }
        }
    }

    boolean isWhole() {
        return !missingBits.isEmpty()
                && missingBits.values().stream().flatMapToInt(Arrays::stream).allMatch(bits -> bits == 0);
    }
}
