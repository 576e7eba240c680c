package io.astrochrome.trainer.recipe;

import io.astrochrome.trainer.augment.Range;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of a recipe file, read strictly: each key is asked for once with its default, and {@link #close} refuses
 * what nobody asked for. What was read, defaults included, is the canonical form. Not thread-safe.
 */
final class Section {
    private final String path;
    private final Map<?, ?> given;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, Object> canonical = new TreeMap<>();
    private final List<Section> children = new ArrayList<>();

    Section(String path, Map<?, ?> given) {
        this.path = path;
        this.given = given;
    }

    /** A mapping below this one; empty where the recipe does not give it. */
    Section section(String key) throws RecipeException {
        Object value = take(key);
        if (value != null && !(value instanceof Map)) {
            throw wrong(key, "must be a mapping", value);
        }
        return child(key, key, value == null ? Map.of() : (Map<?, ?>) value);
    }

    /** Whether the recipe gives a mapping of that name; {@code none} and nothing both say that it does not. */
    boolean has(String key) {
        known.add(key);
        Object value = given.get(key);
        boolean there = value != null && !"none".equals(value);
        if (!there) {
            canonical.put(key, "none");
        }
        return there;
    }

    /** The mappings of a list. */
    List<Section> sections(String key) throws RecipeException {
        Object value = take(key);
        if (!(value instanceof List<?> items) || items.isEmpty()) {
            throw wrong(key, "must be a list with at least one entry", value);
        }
        List<Section> sections = new ArrayList<>();
        List<Object> forms = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (!(items.get(i) instanceof Map<?, ?> map)) {
                throw wrong(key, "must hold mappings only", items.get(i));
            }
            Section section = new Section(name(key) + "[" + i + "]", map);
            children.add(section);
            sections.add(section);
            forms.add(section.canonical);
        }
        canonical.put(key, forms);
        return sections;
    }

    /** The mappings of a list that younger recipes may give: where it is not, the canonical form is without it. */
    List<Section> optionalSections(String key) throws RecipeException {
        return take(key) == null ? List.of() : sections(key);
    }

    private Section child(String key, String name, Map<?, ?> map) {
        Section section = new Section(name(name), map);
        children.add(section);
        canonical.put(key, section.canonical);
        return section;
    }

    /** A text that must be given. */
    String text(String key) throws RecipeException {
        Object value = take(key);
        if (value == null
                || value instanceof Map
                || value instanceof List
                || value.toString().isBlank()) {
            throw wrong(key, "must be given as a text", value);
        }
        return keep(key, value.toString().strip());
    }

    String text(String key, String fallback) throws RecipeException {
        return given.containsKey(key) ? text(key) : missing(key, fallback);
    }

    boolean flag(String key, boolean fallback) throws RecipeException {
        Object value = take(key);
        if (value != null && !(value instanceof Boolean)) {
            throw wrong(key, "must be true or false", value);
        }
        return keep(key, value == null ? fallback : (Boolean) value);
    }

    int whole(String key, int fallback, int least, int most) throws RecipeException {
        Object value = take(key);
        if (value != null && !(value instanceof Integer)) {
            throw wrong(key, "must be a whole number", value);
        }
        int number = value == null ? fallback : (Integer) value;
        if (number < least || number > most) {
            throw wrong(key, "must be " + least + " to " + most, number);
        }
        return keep(key, number);
    }

    double number(String key, double fallback, double least, double most) throws RecipeException {
        Object value = take(key);
        double number = value == null ? fallback : number(key, value);
        if (!(number >= least && number <= most)) {
            throw wrong(key, "must be " + plain(least) + " to " + plain(most), number);
        }
        return keep(key, number);
    }

    /** A number that younger recipes may give: where it is not, or is the fallback, the canonical form is without it. */
    double optionalNumber(String key, double fallback, double least, double most) throws RecipeException {
        double number = number(key, fallback, least, most);
        if (number == fallback) {
            canonical.remove(key);
        }
        return number;
    }

    /** One of a few whole numbers that younger recipes may give: the fallback leaves the canonical form without it. */
    int optionalWhole(String key, int fallback, List<Integer> choices) throws RecipeException {
        int number = whole(key, fallback, Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (!choices.contains(number)) {
            throw wrong(key, "must be one of " + choices, number);
        }
        if (number == fallback) {
            canonical.remove(key);
        }
        return number;
    }

    Range range(String key, Range fallback) throws RecipeException {
        Object value = take(key);
        Range range = fallback;
        if (value instanceof List<?> ends && ends.size() == 2) {
            try {
                range = new Range(number(key, ends.get(0)), number(key, ends.get(1)));
            } catch (IllegalArgumentException e) {
                throw wrong(key, String.valueOf(e.getMessage()), value);
            }
        } else if (value != null) {
            throw wrong(key, "must be a range [low, high]", value);
        }
        canonical.put(key, List.of(range.low(), range.high()));
        return range;
    }

    List<Integer> wholes(String key, List<Integer> fallback) throws RecipeException {
        Object value = take(key);
        if (value == null) {
            return keep(key, fallback);
        }
        if (!(value instanceof List<?> items) || !items.stream().allMatch(Integer.class::isInstance)) {
            throw wrong(key, "must be a list of whole numbers", value);
        }
        return keep(key, items.stream().map(Integer.class::cast).toList());
    }

    List<String> texts(String key) throws RecipeException {
        Object value = take(key);
        if (value != null && !(value instanceof List)) {
            throw wrong(key, "must be a list", value);
        }
        List<String> texts = new ArrayList<>();
        for (Object text : value == null ? List.of() : (List<?>) value) {
            if (text == null || text instanceof Map || text instanceof List) {
                throw wrong(key, "must be a list of texts", value);
            }
            texts.add(text.toString());
        }
        return keep(key, List.copyOf(texts));
    }

    /** One of an enum's constants, written in lower case with hyphens. */
    <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) throws RecipeException {
        Object value = take(key);
        E choice = fallback;
        if (value != null) {
            List<String> words = new ArrayList<>();
            choice = null;
            for (E constant : type.getEnumConstants()) {
                words.add(word(constant));
                if (word(constant).equals(value.toString())) {
                    choice = constant;
                }
            }
            if (choice == null) {
                throw wrong(key, "must be one of " + String.join(", ", words), value);
            }
        }
        keep(key, word(choice));
        return choice;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Refuses keys that nobody asked for, here and below. */
    void close() throws RecipeException {
        for (Object key : given.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw new RecipeException(
                        "there is no key " + name(String.valueOf(key)) + nearest(String.valueOf(key)));
            }
        }
        for (Section child : children) {
            child.close();
        }
    }

    private String nearest(String key) {
        return NearestWord.to(key, known)
                .map(word -> "; the nearest is " + name(word) + " (known here: " + String.join(", ", known) + ")")
                .orElse("");
    }

    /** Every key read so far with its value, sorted; mappings within mappings. */
    Map<String, Object> canonical() {
        return canonical;
    }

    private @Nullable Object take(String key) {
        known.add(key);
        return given.get(key);
    }

    private <T> T keep(String key, T value) {
        canonical.put(key, value);
        return value;
    }

    private String missing(String key, String fallback) {
        known.add(key);
        return keep(key, fallback);
    }

    /** YAML 1.1 takes 1e-4, without a dot, for a text. */
    private double number(String key, @Nullable Object value) throws RecipeException {
        if (value == null) {
            throw new RecipeException(name(key) + " must be a number, and is empty");
        }
        try {
            return value instanceof Number number ? number.doubleValue() : Double.parseDouble(value.toString());
        } catch (NumberFormatException e) {
            throw new RecipeException(name(key) + " must be a number, not " + value, e);
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : "" + number;
    }

    private RecipeException wrong(String key, String rule, @Nullable Object value) {
        return new RecipeException(name(key) + " " + rule + (value == null ? "" : ", not " + value));
    }

    private String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
