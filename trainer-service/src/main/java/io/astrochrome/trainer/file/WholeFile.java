package io.astrochrome.trainer.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes files that others only ever see whole: beside their place, and moved there when the last byte is written. One writer a
 * file at a time. What a killed process had begun is begun anew by the next one.
 */
public final class WholeFile {
    private static final String PARTIAL = ".partial";

    private WholeFile() {}

    /** Writes a file's content. */
    @FunctionalInterface
    public interface Content {
        /** Writes it to that file, which may be there from an attempt before. */
        void writeTo(Path file) throws IOException;
    }

    /**
     * Writes a file, in place of the one that was there, if any.
     *
     * @throws IOException where it cannot be written; what was there before is whole then
     */
    public static void write(Path file, Content content) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + PARTIAL);
        try {
            content.writeTo(partial);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (Throwable e) {
            discard(partial, e);
            throw e;
        }
    }

    /** As {@link #write(Path, Content)}. */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, partial -> Files.write(partial, bytes));
    }

    /** As {@link #write(Path, Content)}, in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, partial -> Files.writeString(partial, text));
    }

    private static void discard(Path partial, Throwable reason) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
