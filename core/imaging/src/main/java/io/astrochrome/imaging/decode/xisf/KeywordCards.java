package io.astrochrome.imaging.decode.xisf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** XISF's FITS keywords, and the properties that FITS has keywords for, as cards of 80 characters. */
final class KeywordCards {
    private static final int CARD_LENGTH = 80;
    private static final int LONGEST_KEYWORD = 8;
    /** As many as the largest FITS header that is read has. */
    static final int MOST_CARDS = 36_000;

    static final String OBJECT = "Observation:Object:Name";
    static final String BEGIN = "Observation:Time:Start";
    static final String HISTORY = "PixInsight:ProcessingHistory";

    private KeywordCards() {}

    static String[] of(XisfHeader header) {
        List<String> cards = new ArrayList<>();
        for (Map<String, String> keyword : header.keywords()) {
            String name = keyword.getOrDefault("name", "").trim().toUpperCase(Locale.ROOT);
            if (name.matches("[A-Z0-9_-]{1," + LONGEST_KEYWORD + "}") && cards.size() < MOST_CARDS) {
                cards.add(card(
                        name,
                        keyword.getOrDefault("value", "").trim(),
                        keyword.getOrDefault("comment", "").trim()));
            }
        }
        fromProperty(header, cards, OBJECT, "OBJECT");
        fromProperty(header, cards, BEGIN, "DATE-OBS");
        if (header.properties().getOrDefault(HISTORY, "").contains("HistogramTransformation")) {
            cards.add(card("HISTORY", "", "PixInsight: HistogramTransformation"));
        }
        return cards.toArray(String[]::new);
    }

    private static void fromProperty(XisfHeader header, List<String> cards, String property, String keyword) {
        String value = header.properties().getOrDefault(property, "");
        String name = card(keyword, "", "").substring(0, LONGEST_KEYWORD);
        if (!value.isEmpty() && cards.stream().noneMatch(card -> card.startsWith(name))) {
            cards.add(card(keyword, "'" + value.replace("'", "''") + "'", ""));
        }
    }

    private static String card(String name, String value, String comment) {
        String card;
        if (name.equals("HISTORY") || name.equals("COMMENT")) {
            card = String.format(Locale.ROOT, "%-8s%s", name, value.isEmpty() ? comment : value);
        } else if (value.isEmpty()) {
            card = String.format(Locale.ROOT, "%-8s", name);
        } else {
            String form = value.startsWith("'") ? "%-8s= %-20s / %s" : "%-8s= %20s / %s";
            card = String.format(Locale.ROOT, form, name, value, comment);
        }
        String printable = card.replaceAll("[^ -~]", "?");
        return String.format(Locale.ROOT, "%-" + CARD_LENGTH + "s", printable).substring(0, CARD_LENGTH);
    }
}
