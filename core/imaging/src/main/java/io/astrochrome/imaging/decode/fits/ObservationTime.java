package io.astrochrome.imaging.decode.fits;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** FITS's dates: ISO 8601 in UTC, and the form dd/mm/yy from before 2000. */
final class ObservationTime {
    private static final Pattern OLD_DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{2})");
    private static final int CENTURY_OF_OLD_DATES = 1900;

    private ObservationTime() {}

    /** The moment, or empty where the date cannot be understood; a date without a time is midnight. */
    static Optional<Instant> parse(String date, Optional<String> time) {
        try {
            String text = date.endsWith("Z") ? date.substring(0, date.length() - 1) : date;
            if (text.contains("T")) {
                return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            }
            return Optional.of(date(text).atTime(time(time)).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate date(String text) {
        Matcher old = OLD_DATE.matcher(text);
        return old.matches()
                ? LocalDate.of(
                        CENTURY_OF_OLD_DATES + Integer.parseInt(old.group(3)),
                        Integer.parseInt(old.group(2)),
                        Integer.parseInt(old.group(1)))
                : LocalDate.parse(text);
    }

    private static LocalTime time(Optional<String> text) {
        try {
            return text.map(LocalTime::parse).orElse(LocalTime.MIDNIGHT);
        } catch (DateTimeException e) {
            return LocalTime.MIDNIGHT;
        }
    }
}
