package io.astrochrome.imaging.decode.fits;

import io.astrochrome.imaging.decode.mosaic.FilterPattern;
import io.astrochrome.imaging.decode.mosaic.MosaicHeader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nom.tam.fits.Header;

/**
 * How FITS headers name a mosaic: BAYERPAT, or COLORTYP where that is a mere TRUE (MaxIm) or absent (older programs),
 * shifted by XBAYROFF and YBAYROFF.
 */
public final class FitsMosaic {
    private static final List<String> NAMES = List.of("BAYERPAT", "COLORTYP", "CFAPAT", "CFA-PAT", "CFA_PAT", "BAYER");
    private static final List<String> COLUMN_OFFSETS = List.of("XBAYROFF", "BAYOFFX", "BAYROFFX");
    private static final List<String> ROW_OFFSETS = List.of("YBAYROFF", "BAYOFFY", "BAYROFFY");
    private static final String ROW_ORDER = "ROWORDER";

    private FitsMosaic() {}

    /**
     * What the header says of filters; the pattern, with its offsets, counts from the header's first row and column on,
     * which is the picture's top left unless {@link #forRowsInFile} says otherwise.
     */
    public static MosaicHeader of(Header header) {
        MosaicHeader names = MosaicHeader.of(NAMES.stream()
                .filter(header::containsKey)
                .map(keyword -> Optional.ofNullable(header.getStringValue(keyword))
                        .or(() -> Optional.ofNullable(header.findCard(keyword).getValue()))
                        .orElse(""))
                .toList());
        Optional<FilterPattern> pattern =
                names.pattern().map(named -> named.from(offset(header, COLUMN_OFFSETS), offset(header, ROW_OFFSETS)));
        return new MosaicHeader(pattern, names.undecodable(), names.note());
    }

    /**
     * The pattern for the rows as they lie in a FITS file. It counts from the picture's top: where ROWORDER says that the
     * file's last row is the top one, the pattern is flipped over the height, as Siril does. Without ROWORDER the pattern
     * is that of the file's rows, as the capture programs mean it that know no ROWORDER.
     */
    static FilterPattern forRowsInFile(FilterPattern pattern, Header header, int height) {
        return saysBottomUp(header) ? pattern.flipped(height) : pattern;
    }

    /** Whether ROWORDER says that the first row is the top one. */
    static boolean saysTopDown(Header header) {
        return rowOrder(header).equals("TOPDOWN");
    }

    private static boolean saysBottomUp(Header header) {
        return rowOrder(header).equals("BOTTOMUP");
    }

    private static String rowOrder(Header header) {
        String order = header.getStringValue(ROW_ORDER);
        return order == null ? "" : order.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    }

    private static long offset(Header header, List<String> keywords) {
        return keywords.stream()
                .filter(header::containsKey)
                .mapToLong(keyword -> Math.round(header.getDoubleValue(keyword, 0)))
                .findFirst()
                .orElse(0);
    }
}
