package io.astrochrome.manifests.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's source files. */
public record SourceTree(Path project) {
    private static final String SOURCES = "src/main/java";

    /** All files of a module, such as {@code core/events}, and of those in its folder. */
    public List<Path> files(String module) {
        try (Stream<Path> files = Files.walk(project.resolve(module))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/" + SOURCES + "/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(module + " has no sources", e);
        }
    }

    /** The file of a top-level class, or of the one that it is nested in. */
    public Path file(String module, Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        return project.resolve(module)
                .resolve(SOURCES)
                .resolve(outermost.getName().replace('.', '/') + ".java");
    }
}
