package io.astrochrome.imaging.decode;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is wrong with a file or folder, in words: Java's own messages are often the path alone. */
public final class FileTrouble {
    private static final char REPLACEMENT = '\ufffd';

    /** In which Java reads and writes names. */
    private static final String ENCODING = System.getProperty("sun.jnu.encoding", "unknown");

    /** As systems call it (errno's messages); Java has no classes for these. */
    private static final Set<String> OF_THE_DISK = Set.of(
            "No space left on device",
            "Disk quota exceeded",
            "Input/output error",
            "Read-only file system",
            "Too many open files");

    private FileTrouble() {}

    /** Why it could not be read or written, such as "permission denied", without its name. */
    public static String of(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof NotDirectoryException) {
            return "not a folder";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "something else of that name is there";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return "the folder is not empty";
        }
        if (failure instanceof FileSystemLoopException) {
            return "its links lead in a circle";
        }
        if (failure instanceof CharacterCodingException) {
            return "it is no text in UTF-8";
        }
        String reason = failure instanceof FileSystemException known ? known.getReason() : failure.getMessage();
        if (reason == null || reason.isBlank()) {
            return failure.getClass().getSimpleName();
        }
        return failure instanceof FileNotFoundException ? inBrackets(reason) : lowerFirst(reason);
    }

    /**
     * Whether a disk of this machine has failed, such as a full one, and not what was read or written: later the same may succeed.
     */
    public static boolean isOfTheDisk(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String reason = cause instanceof FileSystemException known ? known.getReason() : cause.getMessage();
            if (cause instanceof IOException && reason != null && OF_THE_DISK.contains(reason)) {
                return true;
            }
        }
        return false;
    }

    /** What a program says that failed for it: the file's name and {@link #of}, where it is about a file; else its message. */
    public static String sentence(Exception failure) {
        return failure instanceof FileSystemException known && known.getFile() != null
                ? known.getFile() + ": " + of(known)
                : String.valueOf(failure.getMessage());
    }

    /**
     * Why a file of that name cannot be opened, which goes on after the name; empty where it can. Names are bytes: those that
     * are no text in the encoding of the locale come as text that leads to no file.
     */
    public static Optional<String> ofName(Path file) {
        boolean sameAsText;
        try {
            sameAsText = file.equals(file.getFileSystem().getPath(file.toString()));
        } catch (InvalidPathException e) {
            sameAsText = false;
        }
        return sameAsText && file.toString().indexOf(REPLACEMENT) < 0
                ? Optional.empty()
                : Optional.of("cannot be opened: its name is no text in the encoding of the locale (" + ENCODING
                        + "); rename it" + (ENCODING.equals("UTF-8") ? "" : ", or set LC_ALL=C.UTF-8"));
    }

    /**
     * Why what is there is never read, which goes on after its name: a pipe, a socket or a device, whose bytes may never come or
     * never end. Empty for files, folders, and where nothing is; links are followed.
     */
    public static Optional<String> ofKind(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)
                ? Optional.of("is not a file")
                : Optional.empty();
    }

    /** The older classes' messages end on the system's reason in brackets. */
    private static String inBrackets(String message) {
        int from = message.lastIndexOf('(');
        int to = message.lastIndexOf(')');
        return from >= 0 && to > from ? lowerFirst(message.substring(from + 1, to)) : message;
    }

    private static String lowerFirst(String text) {
        return text.length() > 1 && Character.isUpperCase(text.charAt(0)) && Character.isLowerCase(text.charAt(1))
                ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1)
                : text;
    }
}
