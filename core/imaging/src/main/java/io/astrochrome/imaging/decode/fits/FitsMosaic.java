package io.astrochrome.imaging.decode.fits;

import io.astrochrome.imaging.decode.mosaic.BayerPattern;
import java.util.Optional;
import nom.tam.fits.Header;

/** How FITS headers name a mosaic: BAYERPAT, or COLORTYP as older programs did, shifted by XBAYROFF and YBAYROFF. */
public final class FitsMosaic {
    private FitsMosaic() {}

    /** The mosaic's pattern, or empty where the picture is none. */
    public static Optional<BayerPattern> of(Header header) {
        String name = header.getStringValue("BAYERPAT", header.getStringValue("COLORTYP", ""));
        return BayerPattern.named(name, offset(header, "XBAYROFF"), offset(header, "YBAYROFF"));
    }

    private static long offset(Header header, String keyword) {
        return Math.round(header.getDoubleValue(keyword, 0));
    }
}
