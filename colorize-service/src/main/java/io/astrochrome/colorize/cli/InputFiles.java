package io.astrochrome.colorize.cli;

import io.astrochrome.imaging.decode.FolderFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The frames that are meant by files and folders. A file that is named is always meant, whatever it is; of a folder, with
 * all below it, those that look like frames by content or by name, in the order of their names.
 */
public final class InputFiles {
    private InputFiles() {}

    /**
     * Every file once, folders spread out.
     *
     * @param without a folder whose files are not meant, since they are the output's
     */
    public static Collection<Path> of(List<Path> paths, Path without) throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        Path output = without.toAbsolutePath().normalize();
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                files.add(path.toAbsolutePath().normalize());
                continue;
            }
            boolean outputIsBelow = !output.equals(path.toAbsolutePath().normalize());
            FolderFiles.below(path).stream()
                    .map(file -> file.toAbsolutePath().normalize())
                    .filter(file -> !(outputIsBelow && file.startsWith(output)))
                    .filter(file -> !isHidden(file) && FolderFiles.looksLikeAFrame(file))
                    .forEach(files::add);
        }
        return files;
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }
}
