package io.astrochrome.trainer.card;

import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of licence a source's own words state; the words decide, and what they do not say is {@link #OTHER}. */
enum LicenceKind {
    /** Not for commerce, or not to be changed: whoever passes on what was learnt has to look. */
    RESTRICTED("Creative Commons, not for commerce or without changes", "by-n[cd]|non-?commercial|no-?deriv"),
    /** Share-alike: what is adapted goes on under the same terms. */
    SHARE_ALIKE("Creative Commons Attribution-ShareAlike", "share[ -]?alike|by-sa"),
    /** Sources that name several, such as public domain or attribution by picture. */
    MIXED("public domain or attribution, by picture", "public domain / cc[ -]by"),
    /** Attribution. */
    ATTRIBUTION("Creative Commons Attribution", "cc[ -]by|commons attribution"),
    /** No rights kept. */
    PUBLIC_DOMAIN("public domain", "public domain|cc0"),
    /** Surveys, free with acknowledgement. */
    ACKNOWLEDGEMENT("survey or agency, free with acknowledgement", "acknowledgement|survey|sdss"),
    /** The collection's repository is under the GPL. */
    COPYLEFT_REPOSITORY("collected in a repository under the GPL", "gpl"),
    /** The collection's repository is under a permissive licence. */
    PERMISSIVE_REPOSITORY("collected in a repository under MIT or Apache-2.0", "\\bmit\\b|apache"),
    /** The author's own words. */
    PERMISSION("the author's permission to use, change and pass on", "permission"),
    /** None of these. */
    OTHER("other, or not stated", "");

    private final String words;
    /** A regular expression; one of its words is enough. */
    private final String signs;

    LicenceKind(String words, String signs) {
        this.words = words;
        this.signs = signs;
    }

    static LicenceKind of(String licence) {
        String text = licence.toLowerCase(Locale.ROOT);
        for (LicenceKind kind : values()) {
            if (kind != OTHER && Pattern.compile(kind.signs).matcher(text).find()) {
                return kind;
            }
        }
        return OTHER;
    }

    /** For people. */
    String words() {
        return words;
    }
}
