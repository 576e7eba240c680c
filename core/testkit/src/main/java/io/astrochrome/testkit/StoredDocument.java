package io.astrochrome.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document that is made from the code, or a part of it between two marks: a test says what it must be, and fails where it
 * is not that any more. {@code ./run documents} writes all of them.
 */
public record StoredDocument(Path file) {
    /** The system property with which a document is written instead of checked. */
    public static final String WRITE = "astrochrome.documents.write";

    /** The document of that name, such as {@code asyncapi.yaml}. */
    public static StoredDocument named(String name) {
        return new StoredDocument(project().resolve("deploy/docs").resolve(name));
    }

    /** The document at that path within the project. */
    public static StoredDocument at(String path) {
        return new StoredDocument(project().resolve(path));
    }

    /** The project's folder: the nearest above this one that holds {@code run}. */
    public static Path project() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("run")) || !Files.isDirectory(folder.resolve("deploy"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("documents are checked from within the project's folder");
            }
        }
        return folder;
    }

    /** Fails where the stored document is not this text, with the way to mend it. */
    public void mustBe(String text) {
        try {
            if (Boolean.getBoolean(WRITE)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } else if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                throw new AssertionError(project().relativize(file)
                        + " is not what the code says any more; write it anew with: ./run documents");
            }
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read or written", e);
        }
    }

    /**
     * Fails where what stands between the document's marks of that name is not this text; the rest is written by hand.
     *
     * @param name as in {@code <!-- topics: … -->} and {@code <!-- end of topics -->}, each on a line of its own
     */
    public void mustHold(String name, String text) {
        try {
            String stored = Files.readString(file);
            int begin = stored.indexOf("\n", stored.indexOf("<!-- " + name + ":")) + 1;
            int end = stored.indexOf("<!-- end of " + name + " -->");
            if (!stored.contains("<!-- " + name + ":") || end < begin) {
                throw new AssertionError(project().relativize(file) + " has no place for " + name);
            }
            mustBe(stored.substring(0, begin) + text + stored.substring(end));
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
