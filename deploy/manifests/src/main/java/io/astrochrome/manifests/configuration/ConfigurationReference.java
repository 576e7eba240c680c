package io.astrochrome.manifests.configuration;

import io.astrochrome.manifests.source.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The configuration reference: what every service has, what the libraries underneath want, then service by service. */
public final class ConfigurationReference {
    private static final String HEADING =
            "| key | type | unit | default | effect | variable |\n| --- | --- | --- | --- | --- | --- |\n";

    private ConfigurationReference() {}

    /** The page, in Markdown; the same code gives the same text. */
    public static String page(SourceTree sources) {
        StringBuilder page = new StringBuilder(resource("introduction.md"));
        boolean shared = true;
        String service = "";
        page.append("\n## Every service\n");
        List<ConfigSection> sections = ConfigSections.of(sources);
        for (ConfigSection section : sections) {
            if (shared && !section.isShared()) {
                page.append("\n").append(resource("underneath.md"));
                shared = false;
            }
            if (!section.isShared() && !section.module().equals(service)) {
                service = section.module();
                page.append("\n## ").append(service).append("\n");
            }
            if (section.isShared() || !isAlone(section, sections)) {
                page.append("\n### `").append(section.prefix()).append("`\n");
            }
            page.append("\n").append(section.about()).append("\n\n").append(HEADING);
            section.keys().forEach(key -> page.append(row(key)));
        }
        return page.toString();
    }

    private static boolean isAlone(ConfigSection section, List<ConfigSection> all) {
        return all.stream()
                .noneMatch(other -> other != section && other.module().equals(section.module()));
    }

    private static String row(ConfigKey key) {
        String value = key.value()
                .map(text -> text.isEmpty() ? "empty" : "`" + text + "`")
                .orElse(key.required() ? "must be set" : "none");
        return String.join(
                        " | ",
                        "| `" + key.name() + "`",
                        key.type(),
                        key.unit(),
                        value,
                        key.effect().replace("|", "\\|"),
                        "`" + key.variable() + "` |")
                + "\n";
    }

    private static String resource(String name) {
        try (InputStream in = ConfigurationReference.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is not in the jar", e);
        }
    }
}
