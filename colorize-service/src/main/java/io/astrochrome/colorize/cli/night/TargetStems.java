package io.astrochrome.colorize.cli.night;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What the names of a target's files begin with, each given once: the target's own name, of which what not every file system has
 * is written as {@code _}, with a number where another target is written so. Not thread-safe.
 */
final class TargetStems {
    private final Path folder;
    private final Set<String> taken = new HashSet<>();

    TargetStems(Path folder) {
        this.folder = folder;
    }

    Path next(String target) {
        String name = target.replaceAll("[^\\p{Alnum}+._-]+", "_");
        String free = name;
        // Some file systems do not tell upper from lower case.
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = name + "-" + number;
        }
        return folder.resolve(free);
    }
}
