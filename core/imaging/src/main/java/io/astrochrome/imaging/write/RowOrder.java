package io.astrochrome.imaging.write;

import java.util.List;
import java.util.Locale;

/** Which way up the rows of a FITS file are; a file made from a frame keeps the frame's. */
enum RowOrder {
    /** The first row of the file is the top of the picture: ROWORDER says so. */
    TOP_DOWN,
    /** The first row of the file is the bottom of the picture, as FITS viewers show it. */
    BOTTOM_UP;

    /** The card's letters, be the words joined as they may. */
    private static final String SAYS_TOP_DOWN = "ROWORDERTOPDOWN";

    static RowOrder of(List<String> cards) {
        for (String card : cards) {
            if (FitsCard.keyword(card).equals("ROWORDER")) {
                return card.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "").startsWith(SAYS_TOP_DOWN)
                        ? TOP_DOWN
                        : BOTTOM_UP;
            }
        }
        return BOTTOM_UP;
    }

    /** The file's row that holds the picture's row {@code y}, counted from the top. */
    int fileRow(int y, int height) {
        return this == TOP_DOWN ? y : height - 1 - y;
    }
}
