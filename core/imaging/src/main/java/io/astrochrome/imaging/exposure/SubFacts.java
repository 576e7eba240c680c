package io.astrochrome.imaging.exposure;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.fits.FitsFacts;
import io.astrochrome.imaging.filter.FilterNames;
import io.astrochrome.imaging.filter.FilterRole;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an exposure's header says of how it was taken.
 *
 * @param filter its name as written; empty where none is named
 * @param role what that means
 * @param seconds of exposure; 0 where that is not said
 * @param kind what IMAGETYP says
 */
public record SubFacts(String filter, FilterRole role, double seconds, Kind kind) {
    private static final List<String> FILTER_KEYWORDS =
            List.of("FILTER", "FILTNAM", "FILTER1", "FILTER2", "FWHEEL", "CLRBAND", "FILTERID", "INSFLNAM");

    private static final List<String> EXPOSURE_KEYWORDS = List.of("EXPTIME", "EXPOSURE", "EXPOSED");

    /** What an exposure is for. */
    public enum Kind {
        LIGHT,
        DARK,
        FLAT,
        BIAS;

        private static final Pattern NO_WORD = Pattern.compile("[^a-z]+");

        private static final Map<String, Kind> NAMES = Map.ofEntries(
                Map.entry("dark", DARK),
                Map.entry("darks", DARK),
                Map.entry("masterdark", DARK),
                Map.entry("darkflat", DARK),
                Map.entry("darkflats", DARK),
                Map.entry("flatdark", DARK),
                Map.entry("flatdarks", DARK),
                Map.entry("flat", FLAT),
                Map.entry("flats", FLAT),
                Map.entry("masterflat", FLAT),
                Map.entry("bias", BIAS),
                Map.entry("biases", BIAS),
                Map.entry("masterbias", BIAS),
                Map.entry("offset", BIAS),
                Map.entry("offsets", BIAS));

        /** What an image type such as {@code Light Frame} means; empty where it means none of them. A dark for flats is a dark. */
        public static Optional<Kind> of(String imageType) {
            String type = imageType.toLowerCase(Locale.ROOT);
            boolean twilight = type.contains("twilight");
            if ((type.contains("light") && !twilight) || type.contains("object") || type.contains("science")) {
                return Optional.of(LIGHT);
            }
            if (type.contains("dark")) {
                return Optional.of(DARK);
            }
            if (type.contains("flat") || twilight) {
                return Optional.of(FLAT);
            }
            return type.contains("bias") || type.contains("zero") || type.contains("offset")
                    ? Optional.of(BIAS)
                    : Optional.empty();
        }

        /** What a folder of calibration frames is called by, such as {@code Darks}; empty for any other name. */
        public static Optional<Kind> ofFolder(String name) {
            return Optional.ofNullable(
                    NAMES.get(NO_WORD.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("")));
        }

        /** What a word of the file's name, or its folder's, says; empty where none does, or words disagree. */
        public static Optional<Kind> namedBy(Path file) {
            Path folder = file.toAbsolutePath().normalize().getParent();
            return named(file.getFileName()).or(() -> folder == null ? Optional.empty() : named(folder.getFileName()));
        }

        private static Optional<Kind> named(@Nullable Path name) {
            Set<Kind> kinds = EnumSet.noneOf(Kind.class);
            for (String word : NO_WORD.split(name == null ? "" : name.toString().toLowerCase(Locale.ROOT), -1)) {
                Optional.ofNullable(NAMES.get(word)).ifPresent(kinds::add);
            }
            if (kinds.equals(EnumSet.of(DARK, FLAT))) {
                return Optional.of(DARK);
            }
            return kinds.size() == 1 ? Optional.of(kinds.iterator().next()) : Optional.empty();
        }
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
        return new SubFacts(
                filter,
                names.role(filter),
                seconds,
                facts.imageType().flatMap(Kind::of).orElse(Kind.LIGHT));
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
            FilterRole named = names.role(candidate);
            if (named != FilterRole.UNKNOWN) {
                return new SubFacts(candidate, named, seconds, kind);
            }
        }
        return this;
    }

    /** The same of another kind. */
    public SubFacts of(Kind other) {
        return new SubFacts(filter, role, seconds, other);
    }

    private static Optional<Double> number(String text) {
        try {
            double number = Double.parseDouble(text);
            return number > 0 && Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
