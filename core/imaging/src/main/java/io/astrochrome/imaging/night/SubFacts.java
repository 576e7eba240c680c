package io.astrochrome.imaging.night;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.fits.FitsFacts;
import io.astrochrome.imaging.filter.FilterNames;
import io.astrochrome.imaging.filter.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an exposure's header says of how it was taken.
 *
 * @param filter its name as written; empty where none is named
 * @param role what that means
 * @param seconds of exposure; 0 where that is not said
 * @param kind what IMAGETYP says
 */
public record SubFacts(String filter, Role role, double seconds, Kind kind) {
    private static final List<String> FILTER_KEYWORDS =
            List.of("FILTER", "FILTNAM", "FILTER1", "FILTER2", "FWHEEL", "CLRBAND", "FILTERID", "INSFLNAM");

    private static final List<String> EXPOSURE_KEYWORDS = List.of("EXPTIME", "EXPOSURE", "EXPOSED");

    /** What an exposure is for. */
    public enum Kind {
        LIGHT,
        DARK,
        FLAT,
        BIAS
    }

    /** Of a frame's cards. */
    public static SubFacts of(DecodedFrame frame, FilterNames names) {
        FitsFacts facts = FitsFacts.of(frame.fitsCards().toArray(String[]::new));
        String filter = FILTER_KEYWORDS.stream()
                .flatMap(keyword -> facts.text(keyword).stream())
                .findFirst()
                .orElse("");
        double seconds = EXPOSURE_KEYWORDS.stream()
                .flatMap(keyword -> facts.text(keyword).flatMap(SubFacts::number).stream())
                .findFirst()
                .orElse(0.0);
        return new SubFacts(filter, names.role(filter), seconds, kind(facts));
    }

    /**
     * The same, where the header names no filter, with the one that a folder or a file is named after.
     *
     * @param candidates names without an extension, the likeliest first
     */
    public SubFacts orNamedAfter(FilterNames names, List<String> candidates) {
        if (!filter.isEmpty()) {
            return this;
        }
        for (String candidate : candidates) {
            Role named = names.role(candidate);
            if (named != Role.UNKNOWN) {
                return new SubFacts(candidate, named, seconds, kind);
            }
        }
        return this;
    }

    private static Optional<Double> number(String text) {
        try {
            double number = Double.parseDouble(text);
            return number > 0 && Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Kind kind(FitsFacts facts) {
        String type = facts.text("IMAGETYP")
                .or(() -> facts.text("FRAME"))
                .or(() -> facts.text("OBSTYPE"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (type.contains("light") || type.contains("object") || type.contains("science")) {
            return Kind.LIGHT;
        }
        if (type.contains("flat")) {
            return Kind.FLAT;
        }
        if (type.contains("dark")) {
            return Kind.DARK;
        }
        return type.contains("bias") || type.contains("zero") || type.contains("offset") ? Kind.BIAS : Kind.LIGHT;
    }
}
