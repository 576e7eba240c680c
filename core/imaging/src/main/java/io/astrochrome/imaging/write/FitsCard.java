package io.astrochrome.imaging.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Header cards of 80 characters as the FITS standard 4.0 has them. */
public final class FitsCard {
    static final int LENGTH = 80;
    private static final int KEYWORD = 8;
    /** Between the quotes of a string value whose card has the keyword in front, or CONTINUE. */
    private static final int STRING_SPACE = 67;
    /** Behind the keyword HISTORY and two spaces. */
    private static final int HISTORY_SPACE = LENGTH - KEYWORD - 2;

    private FitsCard() {}

    static String logical(String keyword, boolean value, String comment) {
        return fixed(keyword, value ? "T" : "F", comment);
    }

    static String number(String keyword, long value, String comment) {
        return fixed(keyword, Long.toString(value), comment);
    }

    static String number(String keyword, double value, String comment) {
        return fixed(keyword, Double.toString(value), comment);
    }

    private static String fixed(String keyword, String value, String comment) {
        return card(String.format(Locale.ROOT, "%-8s= %20s / %s", keyword, value, comment));
    }

    /** A string value; where it is too long for one card, it goes on in CONTINUE cards and the comment is left out. */
    static List<String> text(String keyword, String value, String comment) {
        String quoted = ascii(value).replace("'", "''");
        if (quoted.length() <= STRING_SPACE) {
            return List.of(
                    card(String.format(Locale.ROOT, "%-8s= %-20s / %s", keyword, "'" + padded(quoted) + "'", comment)));
        }
        List<String> cards = new ArrayList<>();
        for (int from = 0; from < quoted.length(); ) {
            int to = Math.min(quoted.length(), from + STRING_SPACE - 1);
            if (to < quoted.length() && splitsQuotes(quoted, from, to)) {
                to--;
            }
            String part = "'" + quoted.substring(from, to) + (to < quoted.length() ? "&'" : "'");
            cards.add(card(from == 0 ? String.format(Locale.ROOT, "%-8s= %s", keyword, part) : "CONTINUE  " + part));
            from = to;
        }
        return cards;
    }

    /** Whether a cut at {@code to} would part the two quotes that stand for one. */
    private static boolean splitsQuotes(String quoted, int from, int to) {
        int quotes = 0;
        for (int i = to - 1; i >= from && quoted.charAt(i) == '\''; i--) {
            quotes++;
        }
        return quotes % 2 == 1;
    }

    private static String padded(String quoted) {
        return String.format(Locale.ROOT, "%-8s", quoted);
    }

    /** HISTORY, broken between words into as many cards of 80 characters as it needs; a word that fits into none, inside. */
    public static List<String> history(String text) {
        List<String> cards = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : ascii(text).split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > HISTORY_SPACE) {
                cards.add(card("HISTORY   " + line));
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
            while (line.length() > HISTORY_SPACE) {
                cards.add(card("HISTORY   " + line.substring(0, HISTORY_SPACE)));
                line.delete(0, HISTORY_SPACE);
            }
        }
        cards.add(card("HISTORY   " + line));
        return cards;
    }

    /** Exactly 80 characters of printable ASCII. */
    static String card(String text) {
        String plain = ascii(text);
        return plain.length() >= LENGTH ? plain.substring(0, LENGTH) : plain + " ".repeat(LENGTH - plain.length());
    }

    static String keyword(String card) {
        return card.substring(0, Math.min(KEYWORD, card.length())).trim();
    }

    private static String ascii(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c >= ' ' && c <= '~' ? c : '?');
        }
        return plain.toString();
    }
}
