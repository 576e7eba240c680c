package io.astrochrome.imaging.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The files of a folder and all below it, and which of them are meant where a folder of frames is named. */
public final class FolderFiles {
    private static final Set<String> EXTENSIONS =
            Set.of("fits", "fit", "fts", "fz", "png", "jpg", "jpeg", "tif", "tiff", "webp", "xisf");

    /** What is not read and yet a frame: it is named with what to do. */
    private static final Set<String> KNOWN_EXTENSIONS =
            Set.of("dng", "cr2", "cr3", "crw", "nef", "arw", "raf", "orf", "rw2", "pef", "ser");

    private static final Pattern PACKED = Pattern.compile(".*\\.(fits?|fts|xisf)\\.[a-z0-9]{1,4}");

    private FolderFiles() {}

    /**
     * In the order of their paths, so that frames of one sequence come in the order of their names. What cannot be looked
     * into, and a link that leads nowhere, stands for itself, so that whoever opens it is told why.
     */
    public static List<Path> below(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                boolean leadsNowhere = attributes.isSymbolicLink() && !Files.exists(file);
                if (leadsNowhere || Files.isRegularFile(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }

    /**
     * Whether a file is a frame by its content or its name; also one that is known and not read, or that cannot be opened, so
     * that whoever reads it is told what is wrong with it.
     */
    public static boolean looksLikeAFrame(Path file) {
        if (FileTrouble.ofKind(file).isPresent()) {
            return false;
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        if (EXTENSIONS.contains(extension)
                || KNOWN_EXTENSIONS.contains(extension)
                || PACKED.matcher(name).matches()) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return FrameDecoder.sniff(in.readNBytes(FrameDecoder.SNIFF_BYTES)).isPresent();
        } catch (IOException e) {
            return true;
        }
    }
}
