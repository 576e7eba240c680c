package io.astrochrome.ingest.cli;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file to send.
 *
 * @param parameters of the upload, such as {@code target} or {@code label.class}, in the order they were given
 */
record FrameFile(Path path, Map<String, String> parameters) {
    FrameFile {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The same with what the command line asks for, which wins. */
    FrameFile with(Map<String, String> asked) {
        Map<String, String> both = new LinkedHashMap<>(parameters);
        both.putAll(asked);
        return new FrameFile(path, both);
    }
}
