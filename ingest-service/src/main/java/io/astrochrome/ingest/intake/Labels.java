package io.astrochrome.ingest.intake;

import io.astrochrome.imaging.decode.ShownText;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What else is known of a frame, such as {@code class}. Labels travel with all that is made of it, from event to event, each
 * of which has to fit into a record: there are at most {@value #MOST}, names of at most {@value #MAX_NAME_LENGTH} letters,
 * digits, dots, dashes and underscores, values of at most {@value #MAX_VALUE_LENGTH} characters on one line.
 *
 * @param byName the values; control characters in them have become spaces
 */
public record Labels(Map<String, String> byName) {
    /** Nothing else is known. */
    public static final Labels NONE = new Labels(Map.of());

    private static final int MOST = 32;
    private static final int MAX_NAME_LENGTH = 64;
    private static final int MAX_VALUE_LENGTH = 512;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._-]{1," + MAX_NAME_LENGTH + "}");

    /** Throws IllegalArgumentException where a limit is broken; the message names it. */
    public Labels {
        if (byName.size() > MOST) {
            throw new IllegalArgumentException("a frame has at most " + MOST + " labels, not " + byName.size());
        }
        Map<String, String> shown = new TreeMap<>();
        byName.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("a label's name has 1 to " + MAX_NAME_LENGTH
                        + " letters, digits, dots, dashes and underscores, unlike "
                        + ShownText.of(name, MAX_NAME_LENGTH));
            }
            if (value.length() > MAX_VALUE_LENGTH) {
                throw new IllegalArgumentException("label " + name + " has " + value.length()
                        + " characters, more than the limit of " + MAX_VALUE_LENGTH);
            }
            shown.put(name, ShownText.of(value));
        });
        byName = Map.copyOf(shown);
    }
}
