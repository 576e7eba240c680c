package io.astrochrome.colorize.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names for the pictures, each given once: a frame's own name, with a number where another frame has it or one of the
 * frames themselves would be overwritten. Not thread-safe.
 */
final class OutputNames {
    /** One extension, or two where the file is compressed. */
    private static final Pattern EXTENSION =
            Pattern.compile("(\\.[^.]+)?\\.(fz|gz)$|\\.[^.]+$", Pattern.CASE_INSENSITIVE);

    private final Path folder;
    private final Set<String> taken = new HashSet<>();

    OutputNames(Path folder, Collection<Path> inputs) {
        this.folder = folder.toAbsolutePath().normalize();
        for (Path input : inputs) {
            Path file = input.toAbsolutePath().normalize();
            if (this.folder.equals(file.getParent())) {
                taken.add(key(file.getFileName().toString()));
            }
        }
    }

    /** The pictures of one frame, less their extensions. */
    Path next(Path input) {
        String stem = EXTENSION.matcher(input.getFileName().toString()).replaceFirst("");
        String name = stem.isEmpty() ? input.getFileName().toString() : stem;
        String free = name;
        for (int number = 2; isTaken(free); number++) {
            free = name + "-" + number;
        }
        for (String extension : PictureFiles.EXTENSIONS) {
            taken.add(key(free + extension));
        }
        return folder.resolve(free);
    }

    private boolean isTaken(String name) {
        return PictureFiles.EXTENSIONS.stream().anyMatch(extension -> taken.contains(key(name + extension)));
    }

    /** Some file systems do not tell upper from lower case. */
    private static String key(String fileName) {
        return fileName.toLowerCase(Locale.ROOT);
    }
}
