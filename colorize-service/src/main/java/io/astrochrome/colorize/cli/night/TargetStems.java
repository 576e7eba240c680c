package io.astrochrome.colorize.cli.night;

import io.astrochrome.imaging.filter.FilterRole;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What the names of a target's files begin with, each given once: the target's own name, of which what not every file system has
 * is written as {@code _}, with a number where files of another target of the same run are called so. Not thread-safe.
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
        for (int number = 2; !Collections.disjoint(taken, names(free)); number++) {
            free = name + "-" + number;
        }
        taken.addAll(names(free));
        return folder.resolve(free);
    }

    /** The stem, and with each role what that one's stack is called; some file systems do not tell upper from lower case. */
    private static Set<String> names(String stem) {
        Set<String> names = new HashSet<>(Set.of(stem.toLowerCase(Locale.ROOT)));
        for (FilterRole role : FilterRole.values()) {
            names.add((stem + "-" + role.label()).toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
