package io.astrochrome.imaging.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a frame's own header still holds for a picture made from it: everything except the cards that describe how its
 * samples were laid out, scaled, packed or summed. The world coordinates stay.
 */
final class CarriedCards {
    private static final Set<String> DROPPED = Set.of(
            "SIMPLE",
            "XTENSION",
            "BITPIX",
            "NAXIS",
            "EXTEND",
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
            "COLORTYP",
            "CONTINUE");
    private static final Pattern DROPPED_FAMILY = Pattern.compile("NAXIS\\d+|T(TYPE|FORM|UNIT|DIM|SCAL|ZERO|NULL)\\d+"
            + "|Z(IMAGE|SIMPLE|TENSION|BITPIX|EXTEND|PCOUNT|GCOUNT|CMPTYPE|QUANTIZ|DITHER0|BLANK|HECKSUM|DATASUM)"
            + "|Z(NAXIS|TILE|NAME|VAL|SCALE|ZERO)\\d*");

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
                    && !ColourKeywords.ALL.contains(keyword);
            if (kept) {
                carried.add(FitsCard.card(card));
            }
        }
        return carried;
    }
}
