package io.astrochrome.trainer.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies what YAML holds; what its anchors make endless, or far larger than it was written, is refused. */
final class TreeCopy {
    private static final int DEEPEST = 32;

    /** A hundred times as many as a long recipe has. */
    private static final int MOST_VALUES = 20_000;

    private int values;

    /**
     * A copy that shares nothing that can be changed.
     *
     * @throws RecipeException where there is no end to it
     */
    static Map<String, Object> of(Map<?, ?> map) throws RecipeException {
        return new TreeCopy().map(map, 0);
    }

    private Map<String, Object> map(Map<?, ?> map, int depth) throws RecipeException {
        Map<String, Object> copy = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            copy.put(String.valueOf(entry.getKey()), value(entry.getValue(), depth + 1));
        }
        return copy;
    }

    private @Nullable Object value(@Nullable Object value, int depth) throws RecipeException {
        if (depth > DEEPEST || ++values > MOST_VALUES) {
            throw new RecipeException("its anchors make it endless, or larger than any recipe");
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, depth);
        }
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            for (Object item : list) {
                items.add(value(item, depth + 1));
            }
            return items;
        }
        return value;
    }
}
