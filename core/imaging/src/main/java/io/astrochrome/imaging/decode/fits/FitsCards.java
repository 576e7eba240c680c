package io.astrochrome.imaging.decode.fits;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Header cards of 80 characters: how they are read where programs wrote them carelessly, and how two headers join. */
final class FitsCards {
    private static final int KEYWORD_LENGTH = 8;
    private static final String CONTINUE = "CONTINUE";
    private static final String LONG_KEYWORD = "HIERARCH";
    private static final Set<String> COMMENTARY = Set.of("", "COMMENT", "HISTORY");
    private static final Pattern KEYWORD = Pattern.compile("[A-Za-z0-9_-]+ *");
    private static final Pattern END = Pattern.compile("(?is)END([^a-z0-9]*|\\s*/.*)");

    /** Keywords of the array, which change when it is written anew, and of checksums over it. */
    private static final Pattern OF_THE_ARRAY = Pattern.compile(
            "SIMPLE|XTENSION|BITPIX|NAXIS\\d*|EXTEND|NEXTEND|PCOUNT|GCOUNT|GROUPS|BSCALE|BZERO|BLANK|DATAMIN|DATAMAX"
                    + "|INHERIT|CHECKSUM|DATASUM|ZHECKSUM|ZDATASUM|TFIELDS|(TTYPE|TFORM|TUNIT|TNULL|TSCAL|TZERO|TDISP"
                    + "|TDIM)\\d+|THEAP|ZIMAGE|ZCMPTYPE|ZBITPIX|ZNAXIS\\d*|ZTILE\\d+|ZNAME\\d+|ZVAL\\d+|ZMASKCMP|ZSIMPLE"
                    + "|ZTENSION|ZEXTEND|ZBLOCKED|ZPCOUNT|ZGCOUNT|ZQUANTIZ|ZDITHER0|ZBLANK|ZSCALE|ZZERO|END");

    /** What fixes world coordinates to pixels (FITS 4.0, section 8); of one header or of the other, never of both. */
    private static final Pattern WORLD_COORDINATES = Pattern.compile(
            "(WCSAXES|CTYPE\\d|CRPIX\\d|CRVAL\\d|CDELT\\d|CUNIT\\d|CROTA\\d|CD\\d_\\d|PC\\d_\\d|PV\\d_\\d+"
                    + "|PS\\d_\\d+|LONPOLE|LATPOLE|[AB]P?_(ORDER|\\d_\\d))[A-Z]?");

    /** What is the same for all pictures of an observation. */
    private static final Pattern OF_THE_OBSERVATION = Pattern.compile(
            "OBJECT|(DATE|TIME|MJD|UTC|UT|JD)([-_](OBS|BEG|AVG|END))?|EXPTIME|EXPOSURE|FILTER|TELESCOP|INSTRUME"
                    + "|OBSERVER|ORIGIN|RA|DEC|AIRMASS|SITE(LAT|LONG)");

    private FitsCards() {}

    /**
     * A card as it was meant: NUL bytes are blanks, and a keyword in lower case is the one in upper case.
     *
     * @param card as it is in the file
     */
    static String read(String card) {
        String text = card.replace('\0', ' ');
        String keyword = text.substring(0, KEYWORD_LENGTH);
        return KEYWORD.matcher(keyword).matches()
                ? keyword.toUpperCase(Locale.ROOT) + text.substring(KEYWORD_LENGTH)
                : text;
    }

    static boolean isEnd(String card) {
        return END.matcher(card).matches();
    }

    static String keyword(String card) {
        return card.substring(0, KEYWORD_LENGTH).trim();
    }

    static boolean isOfTheArray(String card) {
        return OF_THE_ARRAY.matcher(keyword(card)).matches();
    }

    static boolean isOfWorldCoordinates(String card) {
        return WORLD_COORDINATES.matcher(keyword(card)).matches();
    }

    static boolean isOfObservation(String card) {
        return OF_THE_OBSERVATION.matcher(keyword(card)).matches();
    }

    /** A header's cards with each keyword once, its first as other readers have it; commentary stays as it is. */
    static List<String> withoutRepetition(List<String> cards) {
        List<String> once = new ArrayList<>();
        keepFirst(cards, once);
        return once;
    }

    /**
     * A picture's header with what the primary one adds to it: the cards that are not about its array and whose keyword the
     * picture's own does not have, before the picture's own.
     */
    static List<String> inherited(List<String> primary, List<String> picture) {
        Set<String> own = keepFirst(picture, new ArrayList<>());
        boolean ownCoordinates = picture.stream().anyMatch(FitsCards::isOfWorldCoordinates);
        List<String> joined = new ArrayList<>();
        boolean kept = false;
        for (String card : withoutRepetition(primary)) {
            if (!keyword(card).equals(CONTINUE)) {
                kept = !isOfTheArray(card)
                        && !own.contains(name(card))
                        && !(ownCoordinates && isOfWorldCoordinates(card));
            }
            if (kept) {
                joined.add(card);
            }
        }
        joined.addAll(withoutRepetition(picture));
        return joined;
    }

    /** Puts every card whose keyword is new into {@code once}, with the CONTINUE cards behind it; the keywords. */
    private static Set<String> keepFirst(List<String> cards, List<String> once) {
        Set<String> names = new HashSet<>();
        boolean kept = true;
        for (String card : cards) {
            if (!keyword(card).equals(CONTINUE)) {
                String name = name(card);
                kept = COMMENTARY.contains(name) || names.add(name);
            }
            if (kept) {
                once.add(card);
            }
        }
        return names;
    }

    /** The keyword; of the HIERARCH convention, all before the value. */
    private static String name(String card) {
        String keyword = keyword(card);
        int equals = card.indexOf('=');
        return keyword.equals(LONG_KEYWORD) && equals > 0
                ? card.substring(0, equals).trim()
                : keyword;
    }
}
