package io.astrochrome.imaging.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells by an object's name what it is: by its number in a catalogue, wherever that stands in the name ({@code M31},
 * {@code NGC 7000 Ha}, {@code Sh2-155}), or by what people call it. Some two thousand that are often photographed; names
 * that it does not know tell nothing. Immutable, thread-safe.
 */
public final class ObjectCatalogue {
    /** The only one. */
    public static final ObjectCatalogue STANDARD = read();

    private static final String ALL = "*";
    private static final String NAMED = "NAMED";

    private static final Pattern NUMBERED =
            Pattern.compile("(?<![A-Z])(MESSIER|M|NGC|IC|CALDWELL|SH\\W?2|SHARPLESS|ABELL|"
                    + "ARP|HICKSON|HCG|UGC|PGC|ESO|VDB|MELOTTE|MEL|COLLINDER|CR|TRUMPLER|TR|STOCK|PALOMAR|PAL|TERZAN)"
                    + "[ _-]*0*([1-9][0-9]{0,6})(?![0-9])");

    /** Elsewhere C and a number are a telescope's, a panel's or a camera's. */
    private static final Pattern CALDWELL = Pattern.compile("^C[ _-]*0*([1-9][0-9]{0,2})(?![0-9.])");

    private static final Map<String, String> SHORT = Map.of(
            "MESSIER", "M",
            "CALDWELL", "C",
            "SHARPLESS", "SH2",
            "HCG", "HICKSON",
            "MEL", "MELOTTE",
            "CR", "COLLINDER",
            "TR", "TRUMPLER",
            "PAL", "PALOMAR");

    /** As the Minor Planet Center writes them: C/2023 A3, and at the beginning 12P. */
    private static final Pattern COMET = Pattern.compile("(?<![A-Z0-9])[CPDXI]/[0-9]{4}|^[0-9]{1,3}P(?![A-Z0-9])");

    /** By catalogue and number, such as {@code NGC 7000}, or {@code NGC *}. */
    private final Map<String, ObjectType> numbered;

    private final Map<Pattern, ObjectType> named;

    private ObjectCatalogue(Map<String, ObjectType> numbered, Map<Pattern, ObjectType> named) {
        this.numbered = numbered;
        this.named = named;
    }

    /** What the object of that name is; empty where the name does not tell. */
    public Optional<ObjectType> kindOf(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (COMET.matcher(upper).find()) {
            return Optional.of(ObjectType.COMET);
        }
        Matcher caldwell = CALDWELL.matcher(upper);
        ObjectType listed = caldwell.find() ? numbered.get("C " + caldwell.group(1)) : null;
        if (listed != null) {
            return Optional.of(listed);
        }
        Matcher matcher = NUMBERED.matcher(upper);
        while (matcher.find()) {
            String written = matcher.group(1).replaceAll("\\W", "");
            String catalogue = SHORT.getOrDefault(written, written);
            ObjectType kind =
                    numbered.getOrDefault(catalogue + " " + matcher.group(2), numbered.get(catalogue + " " + ALL));
            if (kind != null) {
                return Optional.of(kind);
            }
        }
        return named.entrySet().stream()
                .filter(known -> known.getKey().matcher(upper).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static ObjectCatalogue read() {
        Map<String, ObjectType> numbered = new HashMap<>();
        Map<Pattern, ObjectType> named = new LinkedHashMap<>();
        InputStream resource = Objects.requireNonNull(ObjectCatalogue.class.getResourceAsStream("objects.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    read(line.split(" ", 3), numbered, named);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ObjectCatalogue(Map.copyOf(numbered), named);
    }

    private static void read(String[] line, Map<String, ObjectType> numbered, Map<Pattern, ObjectType> named) {
        ObjectType kind = ObjectType.valueOf(line[0].toUpperCase(Locale.ROOT).replace('-', '_'));
        if (line[1].equals(NAMED)) {
            for (String name : line[2].split(",", -1)) {
                String words = name.strip().toUpperCase(Locale.ROOT);
                named.put(Pattern.compile("(?<![A-Z0-9])" + Pattern.quote(words) + "(?![A-Z0-9])"), kind);
            }
        } else {
            for (String number : line[2].split(" ", -1)) {
                numbered.put(line[1] + " " + number, kind);
            }
        }
    }
}
