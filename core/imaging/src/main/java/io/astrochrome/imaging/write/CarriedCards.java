package io.astrochrome.imaging.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a frame's own header still holds for a picture made from it: everything except the cards that describe how its
 * samples were laid out, scaled, packed or summed. The world coordinates of the sky stay, those of further axes go with
 * them. What is no legal card becomes a comment.
 */
final class CarriedCards {
    private static final Set<String> DROPPED = Set.of(
            "SIMPLE",
            "XTENSION",
            "BITPIX",
            "NAXIS",
            "EXTEND",
            "NEXTEND",
            "PCOUNT",
            "GCOUNT",
            "GROUPS",
            "INHERIT",
            "END",
            "BSCALE",
            "BZERO",
            "BLANK",
            "BUNIT",
            "DATAMIN",
            "DATAMAX",
            "CHECKSUM",
            "DATASUM",
            "TFIELDS",
            "THEAP",
            "BAYERPAT",
            "XBAYROFF",
            "YBAYROFF",
            "BAYOFFX",
            "BAYOFFY",
            "COLORTYP",
            "CFAPAT",
            "WCSAXES",
            "RESTFRQ",
            "RESTFREQ",
            "RESTWAV",
            "VELREF",
            "VELOSYS",
            "ZSOURCE",
            "SPECSYS",
            "SSYSOBS",
            "SSYSSRC",
            "CONTINUE");
    private static final Pattern DROPPED_FAMILY = Pattern.compile("NAXIS\\d+|T(TYPE|FORM|UNIT|DIM|SCAL|ZERO|NULL)\\d+"
            + "|Z(IMAGE|SIMPLE|TENSION|BITPIX|EXTEND|PCOUNT|GCOUNT|CMPTYPE|QUANTIZ|DITHER0|BLANK|HECKSUM|DATASUM)"
            + "|Z(NAXIS|TILE|NAME|VAL|SCALE|ZERO)\\d*");

    /** World coordinates (FITS 4.0, section 8) of the third axis and those behind it, which a picture does not have. */
    private static final Pattern FURTHER_AXES =
            Pattern.compile("(CTYPE|CRPIX|CRVAL|CDELT|CUNIT|CROTA|CNAME|CRDER|CSYER)([3-9]|\\d\\d)[A-Z]?"
                    + "|(CD|PC)([3-9]_\\d|\\d_[3-9])[A-Z]?|PC(00[3-9]\\d{3}|\\d{3}00[3-9])|(PV|PS)[3-9]_\\d+[A-Z]?"
                    + "|LTV[3-9]|LTM([3-9]_\\d|\\d_[3-9])|WAT[3-9]_\\d+|WCSDIM|WCSAXES[A-Z]"
                    + "|(SPECSYS|SSYSOBS|SSYSSRC|RESTFRQ|RESTWAV|VELOSYS|ZSOURCE)[A-Z]");

    private CarriedCards() {}

    /** The cards to carry, each of 80 characters; own keywords of an earlier colouring are left out too. */
    static List<String> of(List<String> cards) {
        List<String> carried = new ArrayList<>();
        boolean kept = false;
        for (String card : cards) {
            String keyword = FitsCard.keyword(card);
            if (keyword.equals("CONTINUE")) {
                if (kept) {
                    carried.add(FitsCard.card(card));
                }
                continue;
            }
            kept = !DROPPED.contains(keyword)
                    && !DROPPED_FAMILY.matcher(keyword).matches()
                    && !FURTHER_AXES.matcher(keyword).matches()
                    && !ColourKeywords.ALL.contains(keyword);
            if (kept) {
                List<String> legal = StandardCard.of(card);
                carried.addAll(legal);
                // What continues a comment would hang in the air.
                kept = FitsCard.keyword(legal.get(0)).equals(keyword);
            }
        }
        return carried;
    }
}
