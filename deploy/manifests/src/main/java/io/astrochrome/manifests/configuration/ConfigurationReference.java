package io.astrochrome.manifests.configuration;

import io.astrochrome.manifests.source.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The configuration reference: what every service has, what the libraries underneath want, then service by service. */
public final class ConfigurationReference {
    private static final String HEADING =
            "| key | type | unit | default | effect | variable |\n| --- | --- | --- | --- | --- | --- |\n";

    private ConfigurationReference() {}

    /** The page, in Markdown; the same code gives the same text. */
    public static String page(SourceTree sources) {
        StringBuilder page = new StringBuilder(resource("introduction.md"));
        boolean shared = true;
        page.append("\n## Every service\n");
        for (ConfigSection section : ConfigSections.of(sources)) {
            if (shared && !section.isShared()) {
                page.append("\n").append(resource("underneath.md"));
                shared = false;
            }
            String title = section.isShared() ? "### `" + section.prefix() + "`" : "## " + section.module();
            page.append("\n")
                    .append(title)
                    .append("\n\n")
                    .append(section.about())
                    .append("\n\n")
                    .append(HEADING);
            section.keys().forEach(key -> page.append(row(key)));
        }
        return page.toString();
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
