package io.astrochrome.manifests.configuration;

import io.astrochrome.manifests.source.Javadoc;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of a mapping interface and of those nested in it. */
final class MappingReader {
    private static final Set<Class<?>> OPTIONAL = Set.of(Optional.class, Map.class);

    private final Javadoc javadoc;
    private final ApplicationYaml application;

    MappingReader(Javadoc javadoc, ApplicationYaml application) {
        this.javadoc = javadoc;
        this.application = application;
    }

    /** By name. */
    List<ConfigKey> keys(Class<?> mapping, String prefix) {
        List<ConfigKey> keys = new ArrayList<>();
        for (Method method : mapping.getDeclaredMethods()) {
            if (!Modifier.isAbstract(method.getModifiers())) {
                continue;
            }
            String key = prefix + "." + name(method);
            Class<?> plain = ValueType.raw(ValueType.withoutOptional(method.getGenericReturnType()));
            if (plain.isInterface() && plain.getName().startsWith("io.astrochrome")) {
                keys.addAll(keys(plain, key));
            } else {
                keys.add(key(method, key));
            }
        }
        keys.sort(Comparator.comparing(ConfigKey::name));
        return keys;
    }

    private ConfigKey key(Method method, String key) {
        Type type = method.getGenericReturnType();
        boolean optional = OPTIONAL.contains(ValueType.raw(type));
        boolean byName = ValueType.raw(type) == Map.class;
        WithDefault annotated = method.getAnnotation(WithDefault.class);
        Optional<String> value =
                application.value(key).or(() -> Optional.ofNullable(annotated).map(WithDefault::value));
        ValueType described = ValueType.of(ValueType.withoutOptional(type), method.getName());
        return new ConfigKey(
                byName ? key + ".\"NAME\"" : key,
                described.text(),
                described.unit(),
                value,
                !optional && value.isEmpty(),
                javadoc.of(path(method.getDeclaringClass()) + "." + method.getName()));
    }

    private static String name(Method method) {
        WithName given = method.getAnnotation(WithName.class);
        return given == null ? kebab(method.getName()) : given.value();
    }

    static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** As the sources nest it: {@code IngestConfig.Watch}. */
    private static String path(Class<?> type) {
        String[] parts =
                type.getName().substring(type.getPackageName().length() + 1).split("\\$", -1);
        return String.join(".", Arrays.asList(parts));
    }
}
