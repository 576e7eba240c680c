package io.astrochrome.ingest.cli;

import io.astrochrome.imaging.decode.FileTrouble;
import io.astrochrome.imaging.decode.FolderFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The files that the paths of a command line stand for: a file is itself, a folder is every picture in it and its
 * subfolders, a {@code .csv} file is the frames that it lists.
 */
record FrameFiles(List<FrameFile> files, int skipped) {
    private static final String MANIFEST_SUFFIX = ".csv";

    FrameFiles {
        files = List.copyOf(files);
    }

    static FrameFiles of(List<Path> paths) throws IOException {
        List<FrameFile> files = new ArrayList<>();
        int skipped = 0;
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                FrameFiles inside = inFolder(path);
                files.addAll(inside.files);
                skipped += inside.skipped;
            } else if (!Files.exists(path) && FileTrouble.ofName(path).isEmpty()) {
                throw new NoSuchFileException(path.toString());
            } else if (FileTrouble.ofKind(path).isEmpty()
                    && path.toString().toLowerCase(Locale.ROOT).endsWith(MANIFEST_SUFFIX)) {
                files.addAll(Manifest.read(path));
            } else {
                files.add(new FrameFile(path, Map.of()));
            }
        }
        return new FrameFiles(files, skipped);
    }

    /** Sorted, so that frames of one sequence come in the order of their names. */
    private static FrameFiles inFolder(Path folder) throws IOException {
        List<FrameFile> files = new ArrayList<>();
        int skipped = 0;
        for (Path file : FolderFiles.below(folder)) {
            if (FolderFiles.looksLikeAFrame(file)) {
                Path parent = file.toAbsolutePath().normalize().getParent();
                Path name = parent == null ? null : parent.getFileName(); // the root of all has none
                files.add(new FrameFile(file, name == null ? Map.of() : Map.of("folder", name.toString())));
            } else {
                skipped++;
            }
        }
        return new FrameFiles(files, skipped);
    }
}
