package io.astrochrome.imaging.decode.fits;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When a frame's exposure began: DATE-OBS in ISO 8601 (FITS 4.0, section 9.1) as strictly or as freely as programs write
 * it, with a keyword of its own for the time where the date has none, else the Julian date of that moment, else the
 * exposure's middle. UTC unless an offset is said.
 */
final class ObservationTime {
    private static final List<String> BEGINS = List.of("DATE-OBS", "DATE-BEG", "DATE_OBS", "DATEOBS");
    private static final List<String> TIMES =
            List.of("TIME-OBS", "UTC-OBS", "UT", "UTC", "UTSTART", "TIME-BEG", "TIME_OBS", "TIME");
    private static final List<String> MODIFIED_JULIAN = List.of("MJD-OBS", "MJD-BEG", "MJD_OBS", "MJD");
    private static final List<String> JULIAN = List.of("JD", "JD-OBS", "JD_OBS", "JULIAN");
    private static final List<String> MIDDLES = List.of("DATE-AVG", "DATE-MID");
    private static final List<String> MODIFIED_JULIAN_MIDDLES = List.of("MJD-AVG", "MJD-MID");

    private static final Pattern DATE = Pattern.compile("(\\d{4})([-/._])(\\d{1,2})\\2(\\d{1,2})");
    /** ISO 8601's basic form, without separators. */
    private static final Pattern BASIC_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private static final Pattern OLD_DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{2}|\\d{4})");
    private static final Pattern MOMENT = Pattern.compile("(\\S{8,10}?|\\d{1,2}/\\d{1,2}/\\d{2})(?:[Tt]| +|_)"
            + "(\\d{1,2}:.*|\\d{2}([._-])\\d{2}\\3\\d{2}.*|\\d{6}(?:\\D.*)?)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})([:._-]?)(\\d{1,2})(?:\\2(\\d{1,2})([.,]\\d*)?)?"
            + " *(?:UTC?|GMT|[Zz]|([+-])(\\d{2}):?(\\d{2})?)?");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d*)?");

    private static final double HOURS_OF_DAY = 24;
    private static final double SECONDS_OF_DAY = 86_400;
    private static final double NANOS_OF_SECOND = 1e9;

    private static final int CENTURY_OF_OLD_DATES = 1900;
    private static final int LAST_OF_TWO_DIGITS = 100;
    private static final int LEAP_SECOND = 60;
    private static final int MONTHS = 12;
    private static final int END_OF_DAY = 24;

    /** Julian dates from about the years 1874 to 2200; what is beyond, such as 0, is no moment of an exposure. */
    private static final double LEAST_JULIAN = 2_405_500;

    private static final double GREATEST_JULIAN = 2_524_593;

    /** Modified Julian date = Julian date - 2 400 000.5. */
    private static final double MODIFIED_JULIAN_ZERO = 2_400_000.5;

    private static final LocalDate MODIFIED_JULIAN_DAY_0 = LocalDate.of(1858, 11, 17);
    private static final double MILLIS_OF_DAY = 86_400_000;

    private ObservationTime() {}

    /**
     * The moment, or empty where no keyword tells one that can be understood; a date without a time is midnight.
     *
     * @param text what a keyword says, as text, if it is there
     */
    static Optional<Instant> of(Function<String, Optional<String>> text) {
        Optional<String> time = first(TIMES, text);
        return Stream.<Optional<Instant>>of(
                        first(BEGINS, text).flatMap(date -> parse(date, time)),
                        first(MODIFIED_JULIAN, text).flatMap(days -> julian(days, MODIFIED_JULIAN_ZERO)),
                        first(JULIAN, text).flatMap(days -> julian(days, 0)),
                        first(MIDDLES, text).flatMap(date -> parse(date, Optional.empty())),
                        first(MODIFIED_JULIAN_MIDDLES, text).flatMap(days -> julian(days, MODIFIED_JULIAN_ZERO)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The moment, or empty where the date cannot be understood; a date without a time is midnight. */
    static Optional<Instant> parse(String date, Optional<String> time) {
        try {
            Matcher moment = MOMENT.matcher(date.trim());
            if (moment.matches()) {
                return Optional.of(at(date(moment.group(1)), moment.group(2)));
            }
            LocalDate day = date(date.trim().replaceAll("[TtZz]$", ""));
            return Optional.of(time.flatMap(text -> timeOf(day, text))
                    .orElseGet(() -> day.atStartOfDay().toInstant(ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> first(List<String> keywords, Function<String, Optional<String>> text) {
        return keywords.stream().map(text).flatMap(Optional::stream).findFirst();
    }

    private static LocalDate date(String text) {
        Matcher date = DATE.matcher(text);
        if (date.matches()) {
            return LocalDate.of(number(date, 1), number(date, 3), number(date, 4));
        }
        Matcher basic = BASIC_DATE.matcher(text);
        if (basic.matches()) {
            return LocalDate.of(number(basic, 1), number(basic, 2), number(basic, 3));
        }
        Matcher old = OLD_DATE.matcher(text);
        if (old.matches()) {
            return oldDate(number(old, 1), number(old, 2), number(old, 3));
        }
        throw new DateTimeException(text + " is no date");
    }

    /**
     * Of two digits the year is of FITS before 1998, DD/MM/YY; of four it is nobody's standard, and told only where one of the
     * other numbers can be no month, or both are the same.
     */
    private static LocalDate oldDate(int one, int other, int year) {
        if (year < LAST_OF_TWO_DIGITS) {
            return LocalDate.of(CENTURY_OF_OLD_DATES + year, other, one);
        }
        if (one <= MONTHS && other <= MONTHS && one != other) {
            throw new DateTimeException("either number may be the month");
        }
        return one > MONTHS ? LocalDate.of(year, other, one) : LocalDate.of(year, one, other);
    }

    private static Optional<Instant> timeOf(LocalDate day, String text) {
        if (NUMBER.matcher(text.trim()).matches() && !text.trim().matches("\\d{6}(\\.\\d*)?")) {
            return ofDay(day, Double.parseDouble(text.trim()));
        }
        try {
            Matcher moment = MOMENT.matcher(text);
            return Optional.of(at(day, moment.matches() ? moment.group(2) : text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Of a bare number beside a date, as old programs wrote it: hours where it is below 24, else seconds of the day. */
    private static Optional<Instant> ofDay(LocalDate day, double number) {
        double seconds = number < HOURS_OF_DAY ? number * SECONDS_OF_DAY / HOURS_OF_DAY : number;
        return seconds < SECONDS_OF_DAY
                ? Optional.of(
                        day.atStartOfDay().toInstant(ZoneOffset.UTC).plusNanos(Math.round(seconds * 1000) * 1_000_000))
                : Optional.empty();
    }

    private static Instant at(LocalDate day, String text) {
        Matcher time = TIME.matcher(text.trim());
        if (!time.matches()) {
            throw new DateTimeException(text + " is no time");
        }
        int second = time.group(4) == null ? 0 : number(time, 4);
        boolean leap = second == LEAP_SECOND;
        boolean endOfDay = number(time, 1) == END_OF_DAY && number(time, 3) == 0 && second == 0;
        Instant moment = LocalDateTime.of(
                        endOfDay ? day.plusDays(1) : day,
                        LocalTime.of(endOfDay ? 0 : number(time, 1), number(time, 3), leap ? LEAP_SECOND - 1 : second))
                .toInstant(offset(time))
                .plus(Duration.ofSeconds(leap ? 1 : 0));
        String digits = time.group(5) == null ? "" : time.group(5).replace(',', '.');
        double fraction = digits.length() < 2 ? 0 : Double.parseDouble(digits);
        return moment.plusNanos(Math.round(fraction * NANOS_OF_SECOND));
    }

    private static ZoneOffset offset(Matcher time) {
        if (time.group(6) == null) {
            return ZoneOffset.UTC;
        }
        int sign = time.group(6).equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * number(time, 7), time.group(8) == null ? 0 : sign * number(time, 8));
    }

    private static Optional<Instant> julian(String text, double zero) {
        try {
            double days = Double.parseDouble(text.replace('D', 'E').replace('d', 'e'));
            if (!(days + zero > LEAST_JULIAN && days + zero < GREATEST_JULIAN)) {
                return Optional.empty();
            }
            double modified = days - (MODIFIED_JULIAN_ZERO - zero);
            // Rounded to milliseconds: a double of days tells no more.
            return Optional.of(MODIFIED_JULIAN_DAY_0
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC)
                    .plusMillis(Math.round(modified * MILLIS_OF_DAY)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
