package io.astrochrome.manifests.configuration;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a value looks like, for people.
 *
 * @param unit a dash where it has none
 */
record ValueType(String text, String unit) {
    private static final String NO_UNIT = "–";
    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> FRACTIONAL = Set.of(float.class, Float.class, double.class, Double.class);

    static ValueType of(Type type, String name) {
        if (type instanceof ParameterizedType list && raw(type) == List.class) {
            return new ValueType(of(list.getActualTypeArguments()[0], name).text() + "s, separated by commas", NO_UNIT);
        }
        if (type instanceof ParameterizedType map && raw(type) == Map.class) {
            return of(map.getActualTypeArguments()[1], name);
        }
        Class<?> plain = raw(type);
        if (plain == Duration.class) {
            return new ValueType("duration", "`s`, `m`, `h`, `ms` or ISO-8601");
        }
        if (plain.isEnum()) {
            return new ValueType(constants(plain), NO_UNIT);
        }
        if (WHOLE.contains(plain)) {
            return new ValueType("whole number", unit(name));
        }
        return new ValueType(FRACTIONAL.contains(plain) ? "number" : word(plain), unit(name));
    }

    private static String word(Class<?> plain) {
        if (plain == boolean.class || plain == Boolean.class) {
            return "`true` or `false`";
        }
        if (plain == Path.class) {
            return "path";
        }
        return plain == URI.class ? "address" : "text";
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> "`"
                        + ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
                .collect(Collectors.joining(", "));
    }

    /** Names carry units. */
    private static String unit(String name) {
        if (name.endsWith("Bytes")) {
            return "bytes";
        }
        if (name.endsWith("Megapixels")) {
            return "million px";
        }
        return name.endsWith("Pixels") || name.endsWith("Side") ? "px" : NO_UNIT;
    }

    static Type withoutOptional(Type type) {
        return type instanceof ParameterizedType generic && raw(type) == Optional.class
                ? generic.getActualTypeArguments()[0]
                : type;
    }

    static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }
}
