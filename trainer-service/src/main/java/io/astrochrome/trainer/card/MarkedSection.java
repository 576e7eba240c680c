package io.astrochrome.trainer.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a document that a program writes: what lies between {@code <!-- name:start -->} and {@code <!-- name:end -->}. */
public record MarkedSection(Path document, String name) {
    /**
     * Replaces it.
     *
     * @throws IOException where the document has no such marks, or cannot be written
     */
    public void write(String text) throws IOException {
        String start = "<!-- " + name + ":start -->";
        String end = "<!-- " + name + ":end -->";
        String whole = Files.readString(document);
        int from = whole.indexOf(start);
        int to = whole.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException(document + " has no " + start + " and " + end + " to write between");
        }
        Files.writeString(document, whole.substring(0, from + start.length()) + "\n" + text + whole.substring(to));
    }
}
