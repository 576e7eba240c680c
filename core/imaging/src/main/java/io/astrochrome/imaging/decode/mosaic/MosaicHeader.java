package io.astrochrome.imaging.decode.mosaic;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a header's words say of the filters before a sensor.
 *
 * @param pattern counted from the picture's top left; empty where the picture is no mosaic, or none that can be coloured
 * @param undecodable what the words say where the picture is a mosaic whose colours cannot be told from them; goes on
 *     after a file's name
 * @param note what to tell where the words say nothing that is known and the picture is taken for grey
 */
public record MosaicHeader(Optional<FilterPattern> pattern, Optional<String> undecodable, Optional<String> note) {
    /** No mosaic. */
    public static final MosaicHeader NONE = new MosaicHeader(Optional.empty(), Optional.empty(), Optional.empty());

    /** By which programs say that there are no filters. */
    private static final Set<String> NO_FILTERS = Set.of(
            "",
            "NONE",
            "MONO",
            "MONOCHROME",
            "GREY",
            "GRAY",
            "GREYSCALE",
            "GRAYSCALE",
            "LUMINANCE",
            "FALSE",
            "F",
            "NO",
            "N",
            "NA",
            "NULL",
            "NIL",
            "UNKNOWN",
            "UNDEFINED",
            "INVALID",
            "BW");

    /** By which programs say that there are some, and no more; MaxIm names them in COLORTYP. */
    private static final Set<String> SOME_FILTERS = Set.of("TRUE", "T", "YES", "Y", "COLOR", "COLOUR", "BAYER", "CFA");

    /** A Bayer tile by its first row alone, which leaves no other second row. */
    private static final Map<String, String> FIRST_ROWS =
            Map.of("RG", "RGGB", "GR", "GRBG", "GB", "GBRG", "BG", "BGGR");

    /** Cyan, magenta, yellow, white, emerald, infrared, luminance, beside red, green and blue; 0 is a hole. */
    private static final String FILTERS = "[RGBCMYWEIKL]";

    /** As Astrochrome's sentences end on them. */
    private static final String WHAT_TO_DO =
            "; mosaics of red, green and blue are decoded, with their pattern's letters"
                    + " in BAYERPAT (RGGB, or the 36 of an X-Trans sensor): convert it to red, green and blue first";

    /**
     * What the first of these words says that says something: a pattern before all, then that there is a mosaic.
     *
     * @param names values of keywords, the most trusted first
     */
    public static MosaicHeader of(List<String> names) {
        for (String name : names) {
            Optional<FilterPattern> pattern = FilterPattern.named(name)
                    .or(() -> Optional.ofNullable(FIRST_ROWS.get(FilterPattern.letters(name)))
                            .flatMap(FilterPattern::named));
            if (pattern.isPresent()) {
                return new MosaicHeader(pattern, Optional.empty(), Optional.empty());
            }
        }
        MosaicHeader said = NONE;
        for (String name : names) {
            MosaicHeader one = ofOne(name.trim());
            if (one.undecodable.isPresent()) {
                return one;
            }
            said = said.note.isPresent() ? said : one;
        }
        return said;
    }

    private static MosaicHeader ofOne(String name) {
        String letters = FilterPattern.letters(name);
        boolean isNumber = name.matches("[0-9.+-]+");
        if (isNumber && name.matches("[0.+-]*")) {
            return NONE;
        }
        if (!isNumber
                && NO_FILTERS.contains(letters)
                && !name.toUpperCase(Locale.ROOT).contains("BAYER")) {
            return NONE;
        }
        if (SOME_FILTERS.contains(letters) || (letters.isEmpty() && !isNumber)) {
            return undecodable("is a mosaic of colour filters whose pattern its header does not name" + WHAT_TO_DO);
        }
        if (letters.contains("XTRANS")) {
            return undecodable("is an X-Trans mosaic whose header does not say where its pattern begins" + WHAT_TO_DO);
        }
        if (letters.length() >= 4 && letters.matches(FILTERS + "+")) {
            return undecodable("is a mosaic of the filters " + printable(name) + WHAT_TO_DO);
        }
        return new MosaicHeader(
                Optional.empty(),
                Optional.empty(),
                Optional.of("the header calls the colour filters " + printable(name)
                        + ", which names no pattern that is known; taken for grey"));
    }

    private static MosaicHeader undecodable(String sentence) {
        return new MosaicHeader(Optional.empty(), Optional.of(sentence), Optional.empty());
    }

    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }
}
