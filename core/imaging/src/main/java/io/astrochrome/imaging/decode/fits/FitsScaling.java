package io.astrochrome.imaging.decode.fits;

import nom.tam.fits.Header;

/**
 * From stored to physical numbers: BSCALE x + BZERO, and which integer stands for none.
 *
 * @param blank meaningless unless {@code hasBlank}
 */
record FitsScaling(double scale, double zero, boolean hasBlank, long blank) {
    static FitsScaling of(Header header, int bitpix) {
        double scale = header.getDoubleValue("BSCALE", 1);
        double zero = header.getDoubleValue("BZERO", 0);
        String blank = header.containsKey("BLANK") ? "BLANK" : "ZBLANK";
        boolean usable = Double.isFinite(scale) && scale != 0 && Double.isFinite(zero);
        return new FitsScaling(
                usable ? scale : 1,
                usable ? zero : 0,
                bitpix > 0 && header.containsKey(blank),
                header.getLongValue(blank, 0));
    }

    boolean isBlank(double stored) {
        return hasBlank && stored == blank;
    }

    /** Not-a-number where there is none. */
    double physical(double stored) {
        return isBlank(stored) ? Double.NaN : stored * scale + zero;
    }

    /** What is stored of BITPIX {@code bitpix} where there is no number: as near to none, else to 0, as can be. */
    double missing(int bitpix) {
        if (bitpix < 0) {
            return Double.NaN;
        }
        if (hasBlank) {
            return blank;
        }
        double least = bitpix == Byte.SIZE ? 0 : -Math.scalb(1.0, bitpix - 1);
        double greatest = least + Math.scalb(1.0, bitpix) - 1;
        return Math.max(least, Math.min(greatest, -zero / scale));
    }

    boolean isIdentity() {
        return scale == 1 && zero == 0;
    }
}
