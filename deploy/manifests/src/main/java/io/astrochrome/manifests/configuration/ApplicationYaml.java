package io.astrochrome.manifests.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** A service's {@code application.yaml}, with its keys in one line each; nothing where a module has none. */
public final class ApplicationYaml {
    private static final String FILE = "src/main/resources/application.yaml";

    private final Map<String, String> values = new TreeMap<>();

    private ApplicationYaml(Map<?, ?> tree) {
        flatten("", tree);
    }

    /** That of a module's folder. */
    public static ApplicationYaml of(Path module) {
        Path file = module.resolve(FILE);
        if (!Files.exists(file)) {
            return new ApplicationYaml(Map.of());
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new ApplicationYaml(new Yaml().load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** The value of a key, as it is written there. */
    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** All keys. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(values.keySet());
    }

    private void flatten(String prefix, Map<?, ?> tree) {
        tree.forEach((name, value) -> {
            String key = prefix.isEmpty() ? name.toString() : prefix + "." + name;
            if (value instanceof Map<?, ?> inner) {
                flatten(key, inner);
            } else if (value instanceof List<?> list) {
                values.put(key, list.stream().map(Object::toString).collect(Collectors.joining(",")));
            } else if (value != null) {
                values.put(key, value.toString());
            }
        });
    }
}
