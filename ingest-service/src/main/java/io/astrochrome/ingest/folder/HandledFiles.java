package io.astrochrome.ingest.folder;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps files that were taken in, or refused, from being looked at again, also by the next process. */
sealed interface HandledFiles permits MovedFiles, RememberedFiles {
    /** Whether the file, as it is now, was handled before. */
    boolean contains(Path file, FileState state);

    /** The file is in. */
    void taken(Path file, FileState state) throws IOException;

    /** The file will never be in, as it is now. */
    void refused(Path file, FileState state, String reason) throws IOException;
}
