package io.astrochrome.ingest.intake;

import io.astrochrome.events.Purpose;
import io.astrochrome.imaging.decode.ShownText;
import java.util.Optional;

/**
 * What the sender says about a frame.
 *
 * @param fileName as the sender named it; folders and control characters are cut off, and what is beyond 255 characters
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
        Labels labels) {
    private static final String NO_NAME = "unnamed";
    /** As file systems have it. */
    private static final int MAX_NAME_LENGTH = 255;

    public Submission {
        fileName = lastName(fileName);
    }

    /** A live frame of which nothing else is known. */
    public static Submission live(String fileName, String source) {
        return new Submission(
                fileName, Optional.empty(), Optional.empty(), Purpose.LIVE, Optional.empty(), source, Labels.NONE);
    }

    private static String lastName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String shown = ShownText.of(last, MAX_NAME_LENGTH);
        return shown.isEmpty() ? NO_NAME : shown;
    }
}
