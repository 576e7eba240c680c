package io.astrochrome.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The native libraries that ONNX Runtime unpacks into the system's temporary folder, some twenty megabytes for each process, and
 * deletes when the process ends in order. One that is killed again and again would fill the disk; so they are deleted as soon
 * as they are loaded, where the system keeps what is loaded all the same (Linux, which also says what that is).
 */
final class UnpackedLibraries {
    private static final Path LOADED = Path.of("/proc/self/maps");

    /** The last column of a line, proc(5); what is deleted already has a word more. */
    private static final Pattern UNPACKED = Pattern.compile("(/.*/onnxruntime-java\\d+/[^/ ]+)$");

    private UnpackedLibraries() {}

    /** Deletes those that are loaded. */
    static void deleteLoaded() {
        for (String library : loaded()) {
            try {
                Files.deleteIfExists(Path.of(library));
            } catch (IOException e) {
                // ONNX Runtime does it at the end.
            }
        }
    }

    /** Those that are loaded and still lie there. */
    static List<String> loaded() {
        if (!Files.isReadable(LOADED)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(LOADED)) {
            return lines.map(UNPACKED::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
