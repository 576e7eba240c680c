package io.astrochrome.imaging.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A card of somebody else's header as the FITS standard 4.0 (section 4) allows it, so that strict readers open a file that
 * carries it. What has no legal form is kept as a comment.
 */
final class StandardCard {
    private static final Set<String> COMMENTARY = Set.of("", "COMMENT", "HISTORY");
    private static final Pattern KEYWORD = Pattern.compile("[A-Z0-9_-]+");
    private static final int KEYWORD_LENGTH = 8;
    private static final int COMMENT_LENGTH = 70;
    private static final String VALUE_INDICATOR = "= ";

    private static final String NUMBER = "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[EDed][+-]?\\d+)?";

    /** Text, logical, number, complex number or nothing; then perhaps a comment. */
    private static final Pattern VALUE = Pattern.compile(
            "\\s*((?:'(?:[^']|'')*')|[TF]|" + NUMBER + "|\\( *" + NUMBER + " *, *" + NUMBER + " *\\)|)\\s*(/.*)?");

    /** The HIERARCH convention's keyword of several words. */
    private static final Pattern HIERARCH = Pattern.compile("HIERARCH +[^=]*[^= ] *=(.*)");

    private StandardCard() {}

    /** The card itself where it is legal, mended where its number is merely written in lower case; else a COMMENT. */
    static List<String> of(String text) {
        String card = FitsCard.card(text);
        String keyword = FitsCard.keyword(card);
        if (COMMENTARY.contains(keyword)) {
            return List.of(card);
        }
        Matcher hierarch = HIERARCH.matcher(card);
        if (hierarch.matches()) {
            return VALUE.matcher(hierarch.group(1)).matches() ? List.of(card) : comment(card);
        }
        boolean legalKeyword = KEYWORD.matcher(keyword).matches()
                && card.startsWith(keyword + " ".repeat(Math.max(0, KEYWORD_LENGTH - keyword.length())));
        if (!legalKeyword) {
            return comment(card);
        }
        if (!card.startsWith(VALUE_INDICATOR, KEYWORD_LENGTH)) {
            return comment(card); // by the standard it is commentary, but some readers look for the value
        }
        Matcher value = VALUE.matcher(card.substring(KEYWORD_LENGTH + VALUE_INDICATOR.length()));
        if (!value.matches()) {
            return comment(card);
        }
        boolean isText = value.group(1).startsWith("'");
        int end = KEYWORD_LENGTH + VALUE_INDICATOR.length() + value.end(1);
        return List.of(
                FitsCard.card(isText ? card : card.substring(0, end).toUpperCase(Locale.ROOT) + card.substring(end)));
    }

    private static List<String> comment(String card) {
        List<String> cards = new ArrayList<>();
        String comment = card.strip();
        for (int from = 0; from < comment.length(); from += COMMENT_LENGTH) {
            cards.add(FitsCard.card(
                    "COMMENT   " + comment.substring(from, Math.min(comment.length(), from + COMMENT_LENGTH))));
        }
        return cards;
    }
}
