package io.astrochrome.manifests;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** YAML files as trees, with their anchors and merges resolved. */
final class Yamls {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Yamls() {}

    static Map<String, Object> one(Path file) {
        return all(file).get(0);
    }

    /** Every document of a file. */
    static List<Map<String, Object>> all(Path file) {
        try {
            return all(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> all(String text) {
        List<Map<String, Object>> documents = new ArrayList<>();
        new Yaml().loadAll(text).forEach(document -> documents.add((Map<String, Object>) document));
        return documents;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object tree, String... path) {
        Object node = tree;
        for (String name : path) {
            node = node == null ? null : ((Map<String, Object>) node).get(name);
        }
        return node == null ? Map.of() : (Map<String, Object>) node;
    }

    /** What breaks the schema of that name. */
    static List<String> violations(String schema, Object tree) {
        try (InputStream in = Yamls.class.getResourceAsStream("/schemas/" + schema)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(JSON.readTree(in))
                    .validate(JSON.valueToTree(tree))
                    .stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(schema + " cannot be read", e);
        }
    }
}
