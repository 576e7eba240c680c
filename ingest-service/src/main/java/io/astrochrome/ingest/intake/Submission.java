package io.astrochrome.ingest.intake;

import io.astrochrome.events.Purpose;
import java.util.Map;
import java.util.Optional;

/**
 * What the sender says about a frame.
 *
 * @param fileName as the sender named it; folders are cut off
 * @param target asked for by name: wins over what the frame says
 * @param folder the folder that the file was in: used where the frame names no object
 * @param palette the palette asked for
 * @param source who takes the frame in, such as {@code http}
 * @param labels what else is known, such as {@code class}
 */
public record Submission(
        String fileName,
        Optional<String> target,
        Optional<String> folder,
        Purpose purpose,
        Optional<String> palette,
        String source,
        Map<String, String> labels) {
    private static final String NO_NAME = "unnamed";

    public Submission {
        fileName = lastName(fileName);
        labels = Map.copyOf(labels);
    }

    /** A live frame of which nothing else is known. */
    public static Submission live(String fileName, String source) {
        return new Submission(
                fileName, Optional.empty(), Optional.empty(), Purpose.LIVE, Optional.empty(), source, Map.of());
    }

    /** The same with another file's name. */
    public Submission withFileName(String name) {
        return new Submission(name, target, folder, purpose, palette, source, labels);
    }

    private static String lastName(String name) {
        if (name == null) {
            return NO_NAME;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        return last.isEmpty() ? NO_NAME : last;
    }
}
