package io.astrochrome.imaging.decode.raster;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as EXIF writes them (CIPA DC-008, section 4.6.5): local, in three fields. */
final class ExifTime {
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[:-](\\d{2})[:-](\\d{2})[ T](\\d{2}):(\\d{2})(?::(\\d{2}))?.*");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

    private ExifTime() {}

    /** Empty where the date is none; parts that cannot be read count as absent. */
    static Optional<Instant> of(String date, Optional<String> subseconds, Optional<String> offset) {
        Matcher matcher = DATE.matcher(date);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime time = LocalDateTime.of(
                    number(matcher, 1),
                    number(matcher, 2),
                    number(matcher, 3),
                    number(matcher, 4),
                    number(matcher, 5),
                    matcher.group(6) == null ? 0 : number(matcher, 6),
                    nanos(subseconds));
            return Optional.of(time.toInstant(zone(offset)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int nanos(Optional<String> subseconds) {
        return subseconds
                .map(String::strip)
                .filter(digits -> DIGITS.matcher(digits).matches())
                .map(digits -> Integer.parseInt((digits + "00000000").substring(0, 9)))
                .orElse(0);
    }

    private static ZoneOffset zone(Optional<String> offset) {
        try {
            return offset.map(text -> ZoneOffset.of(text.strip())).orElse(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
