package io.astrochrome.imaging.palette;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The palettes that operators pick by name. Their swatches were measured on published pictures of each kind, but for
 * {@code hoo}: hydrogen's red and oxygen's teal. Thread-safe.
 *
 * <ul>
 *   <li>{@code natural}: broadband red, green and blue filters;
 *   <li>{@code sho}: the Hubble palette, sulphur, hydrogen and oxygen as red, green and blue;
 *   <li>{@code hoo}: bicolour, hydrogen as red, oxygen as green and blue;
 *   <li>{@code infrared}: near-infrared composites, long wavelengths as red.
 * </ul>
 */
public final class Palettes {
    /** Asks for no palette at all. */
    public static final String NONE = "none";

    private static final String RESOURCE = "palettes.csv";
    private static final Map<String, Palette> ALL = read();

    private Palettes() {}

    /** The names, in the order to show them. */
    public static Set<String> names() {
        return ALL.keySet();
    }

    /** The palette of that name. */
    public static Optional<Palette> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static Map<String, Palette> read() {
        Map<String, List<Swatch>> swatches = new LinkedHashMap<>();
        try (InputStream in = Palettes.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.readLine(); // the columns' names
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] f = line.split(",", -1);
                swatches.computeIfAbsent(f[0], key -> new ArrayList<>())
                        .add(new Swatch(number(f[1]), number(f[2]), number(f[3]), number(f[4])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
        Map<String, Palette> palettes = new LinkedHashMap<>();
        swatches.forEach((name, colours) -> palettes.put(name, new Palette(name, colours)));
        return Collections.unmodifiableMap(palettes);
    }

    private static float number(String field) {
        return Float.parseFloat(field);
    }
}
