package io.astrochrome.model;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

    private static final Pattern FOLDER = Pattern.compile("onnxruntime-java\\d+");

    private static final Duration LOADING_TAKES_AT_MOST = Duration.ofMinutes(10);

    private UnpackedLibraries() {}

    /** Deletes those that this process has loaded, and those of processes that were killed before they had. */
    static void delete() {
        deleteLoaded();
        deleteAbandoned(
                Path.of(System.getProperty("java.io.tmpdir")), Instant.now().minus(LOADING_TAKES_AT_MOST));
    }

    /** Deletes those that are loaded. */
    private static void deleteLoaded() {
        for (String library : loaded()) {
            try {
                Files.deleteIfExists(Path.of(library));
            } catch (IOException e) {
                // ONNX Runtime does it at the end.
            }
        }
    }

    /**
     * Deletes what processes left that were killed between unpacking and loading. Who is at that just now is not disturbed, and
     * who has loaded them keeps them. Links are not followed: anybody may put one into such a folder.
     *
     * @param folder for temporary files
     * @param before what was unpacked since then may be about to be loaded
     */
    static void deleteAbandoned(Path folder, Instant before) {
        if (!Files.isReadable(LOADED)) {
            return;
        }
        try (DirectoryStream<Path> unpacked = Files.newDirectoryStream(folder, "onnxruntime-java*")) {
            for (Path each : unpacked) {
                if (FOLDER.matcher(each.getFileName().toString()).matches()
                        && Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)
                        && Files.getLastModifiedTime(each, LinkOption.NOFOLLOW_LINKS)
                                .toInstant()
                                .isBefore(before)) {
                    delete(each);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Somebody else's, or somebody else was quicker.
        }
    }

    /** An empty one is that of a process that has loaded its libraries and goes on. */
    private static void delete(Path folder) throws IOException {
        boolean empty = true;
        try (DirectoryStream<Path> libraries = Files.newDirectoryStream(folder, "*onnxruntime*")) {
            for (Path library : libraries) {
                empty = false;
                Files.deleteIfExists(library);
            }
        }
        if (!empty) {
            Files.deleteIfExists(folder);
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
