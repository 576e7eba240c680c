package io.astrochrome.colorize.cli;

import io.astrochrome.imaging.write.PictureTargets;
import java.nio.file.Path;
import java.util.List;

/** The files of one coloured frame. */
final class PictureFiles {
    /** Ends the name of the sheet of all looks. */
    private static final String SHEET = ".looks.jpg";

    static final List<String> EXTENSIONS = List.of(".png", ".jpg", ".fits", SHEET);

    private PictureFiles() {}

    static PictureTargets of(Path stem, boolean fits) {
        return new PictureTargets(with(stem, ".png"), with(stem, ".jpg"), fits ? with(stem, ".fits") : null);
    }

    static PictureTargets sheet(Path stem) {
        return new PictureTargets(null, with(stem, SHEET), null);
    }

    private static Path with(Path stem, String extension) {
        return stem.resolveSibling(stem.getFileName() + extension);
    }
}
