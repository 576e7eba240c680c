package io.astrochrome.manifests.configuration;

import io.astrochrome.manifests.source.Javadoc;
import io.astrochrome.manifests.source.SourceTree;
import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every {@code @ConfigMapping} of the project: found in the sources, read by reflection, described by its Javadoc. */
public final class ConfigSections {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern MAPPING = Pattern.compile("(?m)^@ConfigMapping\\(");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

    private ConfigSections() {}

    /** What every service has first, then service by service. */
    public static List<ConfigSection> of(SourceTree sources) {
        List<ConfigSection> sections = new ArrayList<>();
        for (String module : modules(sources.project())) {
            if (Files.isDirectory(sources.project().resolve(module).resolve("src/main/java"))) {
                for (Path file : sources.files(module)) {
                    String text = read(file);
                    if (MAPPING.matcher(text).find()) {
                        sections.add(section(sources, module, file, text));
                    }
                }
            }
        }
        sections.sort(Comparator.comparing(ConfigSection::isShared).reversed().thenComparing(ConfigSection::prefix));
        return sections;
    }

    private static ConfigSection section(SourceTree sources, String module, Path file, String text) {
        Class<?> mapping = load(module, file, text);
        String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
        Javadoc javadoc = Javadoc.of(sources.files(module));
        var defaults = ApplicationYaml.of(sources.project().resolve(module));
        List<ConfigKey> keys = new MappingReader(javadoc, defaults).keys(mapping, prefix);
        return new ConfigSection(module, prefix, javadoc.of(mapping.getSimpleName()), keys);
    }

    private static Class<?> load(String module, Path file, String text) {
        Matcher matcher = PACKAGE.matcher(text);
        String name = file.getFileName().toString().replace(".java", "");
        try {
            return Class.forName(matcher.find() ? matcher.group(1) + "." + name : name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    name + " has a @ConfigMapping: make " + module + " a dependency of deploy/manifests", e);
        }
    }

    /** Without those in the folder of another: a service's jobs are the service's. */
    private static List<String> modules(Path project) {
        List<String> all = MODULE.matcher(read(project.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
        return all.stream()
                .filter(module -> all.stream().noneMatch(other -> module.startsWith(other + "/")))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
