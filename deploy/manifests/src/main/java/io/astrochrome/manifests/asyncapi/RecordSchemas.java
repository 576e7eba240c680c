package io.astrochrome.manifests.asyncapi;

import io.astrochrome.manifests.source.Javadoc;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON schemas of records as the codec writes them: components by name, planes left out (they are tensors), what is null
 * left out. A component may be absent where its Javadoc speaks of null, or where it is a collection.
 */
final class RecordSchemas {
    private static final String REFERENCE = "#/components/schemas/";

    private final Javadoc javadoc;
    private final Map<String, Object> schemas = new TreeMap<>();

    RecordSchemas(Javadoc javadoc) {
        this.javadoc = javadoc;
    }

    /** A reference to the type's schema, which is made where it is not yet. */
    Map<String, Object> reference(Class<?> type) {
        String name = type.getSimpleName();
        if (!schemas.containsKey(name)) {
            schemas.put(name, Map.of()); // a record that holds itself ends here
            schemas.put(name, type.isEnum() ? enumeration(type) : object(type));
        }
        return Map.of("$ref", REFERENCE + name);
    }

    Map<String, Object> all() {
        return schemas;
    }

    private Map<String, Object> object(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType().isArray()) {
                continue;
            }
            String text = javadoc.orNothing(type.getSimpleName() + "." + component.getName());
            properties.put(component.getName(), described(schema(component.getGenericType()), text));
            if (!text.contains("null") && !Map.class.isAssignableFrom(component.getType())) {
                required.add(component.getName());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", javadoc.of(type.getSimpleName()));
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        return schema;
    }

    private Map<String, Object> enumeration(Class<?> type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", javadoc.of(type.getSimpleName()));
        schema.put("type", "string");
        schema.put(
                "enum",
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList());
        return schema;
    }

    private Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return generic.getRawType() == Map.class
                    ? ordered("type", "object", "additionalProperties", schema(element))
                    : ordered("type", "array", "items", schema(element));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord() || plain.isEnum()) {
            return reference(plain);
        }
        if (plain == String.class) {
            return ordered("type", "string");
        }
        if (plain == Instant.class) {
            return ordered("type", "string", "format", "date-time");
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return ordered("type", "boolean");
        }
        if (plain == double.class || plain == Double.class || plain == float.class) {
            return ordered("type", "number");
        }
        if (plain == int.class || plain == Integer.class || plain == long.class || plain == Long.class) {
            return ordered("type", "integer");
        }
        throw new IllegalArgumentException("no schema is known for " + type + ": say here what the codec makes of it");
    }

    private static Map<String, Object> described(Map<String, Object> schema, String text) {
        if (text.isEmpty()) {
            return schema;
        }
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("description", text);
        described.putAll(schema);
        return described;
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
