package io.astrochrome.standalone.folder;

import java.io.IOException;
import java.nio.file.Path;

/** Another launcher works on the data folder. */
public final class FolderInUseException extends IOException {
    FolderInUseException(Path folder, String holder) {
        super("Astrochrome already runs on " + folder + " (" + holder
                + "). Stop it first, or choose another folder with --data.");
    }
}
