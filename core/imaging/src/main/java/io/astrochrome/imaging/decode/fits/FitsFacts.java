package io.astrochrome.imaging.decode.fits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nom.tam.fits.Header;

/**
 * What a picture's header tells beside the array.
 *
 * @param headers the primary unit's and, where it is another, the picture's, which is asked first
 * @param cards all their cards
 */
public record FitsFacts(List<Header> headers, List<String> cards) {
    /** Words by which programs write into HISTORY that they made a frame visible; PixInsight's, Siril's and our own. */
    private static final Pattern STRETCH = Pattern.compile(
            "(?i)(?<!un)(?<!not )(?<!no )(stretched|autostretch|asinh|arcsinh|histogram ?transf|midtone|hyperbolic"
                    + "|masked ?stretch|curves ?transf|\\bstretch\\b)");

    /** Keywords of the array, which change when it is written anew, and of checksums over it. */
    private static final Pattern OF_THE_ARRAY = Pattern.compile(
            "SIMPLE|XTENSION|BITPIX|NAXIS\\d*|EXTEND|PCOUNT|GCOUNT|GROUPS|BSCALE|BZERO|BLANK|DATAMIN|DATAMAX|INHERIT"
                    + "|CHECKSUM|DATASUM|ZHECKSUM|ZDATASUM|TFIELDS|(TTYPE|TFORM|TUNIT|TNULL|TSCAL|TZERO|TDISP|TDIM)\\d+"
                    + "|THEAP|ZIMAGE|ZCMPTYPE|ZBITPIX|ZNAXIS\\d*|ZTILE\\d+|ZNAME\\d+|ZVAL\\d+|ZMASKCMP|ZSIMPLE|ZTENSION"
                    + "|ZEXTEND|ZBLOCKED|ZPCOUNT|ZGCOUNT|ZQUANTIZ|ZDITHER0|ZBLANK|ZSCALE|ZZERO|END");

    private static final Set<String> NO_OBJECT = Set.of("", "unknown", "none", "n/a", "na", "null");
    private static final int KEYWORD_LENGTH = 8;

    /** What these cards of 80 characters tell. */
    public static FitsFacts of(String... cards) {
        return new FitsFacts(List.of(new Header(cards)), List.of(cards));
    }

    static FitsFacts of(List<FitsUnit> units) {
        return new FitsFacts(
                units.stream().map(FitsUnit::header).toList(),
                units.stream().flatMap(unit -> unit.cards().stream()).toList());
    }

    /** OBJECT, unless it says that it is not known. */
    public Optional<String> object() {
        return text("OBJECT").filter(name -> !NO_OBJECT.contains(name.toLowerCase(Locale.ROOT)));
    }

    /** DATE-OBS, with TIME-OBS or UT where it has no time. */
    public Optional<Instant> exposedAt() {
        return text("DATE-OBS")
                .flatMap(date -> ObservationTime.parse(date, text("TIME-OBS").or(() -> text("UT"))));
    }

    /** Whether a HISTORY card, or STRETCH, tells that the numbers are no longer proportional to light. */
    public boolean tellsOfStretch() {
        return cards.stream().anyMatch(FitsFacts::tellsOfStretch);
    }

    private static boolean tellsOfStretch(String card) {
        return (card.startsWith("HISTORY") && STRETCH.matcher(card).find())
                || card.matches("STRETCH(ED)? *= *T.*")
                || card.matches("STRETCH *= *'(?!(?i)none|linear|no\\b).*");
    }

    /** The cards that are not about the array, the primary unit's first; printable ASCII, 80 characters each. */
    public List<String> describingCards() {
        List<String> describing = new ArrayList<>();
        for (String card : cards) {
            String keyword = card.substring(0, KEYWORD_LENGTH).trim();
            if (!card.isBlank() && !OF_THE_ARRAY.matcher(keyword).matches()) {
                describing.add(card.replaceAll("[^ -~]", "?"));
            }
        }
        return describing;
    }

    private Optional<String> text(String keyword) {
        for (int i = headers.size() - 1; i >= 0; i--) {
            String value = headers.get(i).getStringValue(keyword);
            if (value != null && !value.isBlank()) {
                return Optional.of(value.trim());
            }
        }
        return Optional.empty();
    }
}
