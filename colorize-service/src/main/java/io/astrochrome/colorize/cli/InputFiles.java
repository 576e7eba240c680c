package io.astrochrome.colorize.cli;

import io.astrochrome.imaging.decode.FolderFiles;
import io.astrochrome.imaging.decode.FrameDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The frames that are meant by files and folders. A file that is named is always meant, whatever it is; of a folder, with
 * all below it, those that look like frames by content or by name, in the order of their names.
 */
final class InputFiles {
    private static final Set<String> EXTENSIONS =
            Set.of("fits", "fit", "fts", "fz", "png", "jpg", "jpeg", "tif", "tiff", "webp", "xisf");

    /** What is not read and yet a frame: it is named with what to do. */
    private static final Set<String> KNOWN_EXTENSIONS =
            Set.of("dng", "cr2", "cr3", "crw", "nef", "arw", "raf", "orf", "rw2", "pef", "ser");

    private static final Pattern PACKED = Pattern.compile(".*\\.(fits?|fts|xisf)\\.[a-z0-9]{1,4}");

    private InputFiles() {}

    /**
     * Every file once, folders spread out.
     *
     * @param without a folder whose files are not meant, since they are the output's
     */
    static Collection<Path> of(List<Path> paths, Path without) throws IOException {
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
                    .filter(InputFiles::looksLikeAFrame)
                    .forEach(files::add);
        }
        return files;
    }

    private static boolean looksLikeAFrame(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.startsWith(".")) {
            return false;
        }
        String extension = name.substring(name.lastIndexOf('.') + 1);
        if (EXTENSIONS.contains(extension)
                || KNOWN_EXTENSIONS.contains(extension)
                || PACKED.matcher(name).matches()) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return FrameDecoder.sniff(in.readNBytes(FrameDecoder.SNIFF_BYTES)).isPresent();
        } catch (IOException e) {
            return true; // so that it is named with its reason
        }
    }
}
