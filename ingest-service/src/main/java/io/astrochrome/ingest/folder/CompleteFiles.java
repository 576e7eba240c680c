package io.astrochrome.ingest.folder;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which files are complete: those whose size and time have been the same for the quiet period, counted from when
 * they were first seen so. A file that is moved in is new, however old its time is. Not thread-safe.
 */
final class CompleteFiles {
    private final Duration quietPeriod;
    private final Map<Path, Seen> seen = new HashMap<>();

    CompleteFiles(Duration quietPeriod) {
        this.quietPeriod = quietPeriod;
    }

    private record Seen(FileState state, Instant since) {}

    /** The complete ones among all files that there are now; an empty file is not yet begun. */
    List<Path> among(Map<Path, FileState> files, Instant now) {
        seen.keySet().retainAll(files.keySet());
        List<Path> complete = new ArrayList<>();
        files.forEach((file, state) -> {
            Seen before = seen.get(file);
            if (before == null || !before.state.equals(state)) {
                seen.put(file, new Seen(state, now));
            } else if (state.sizeBytes() > 0 && !now.isBefore(before.since.plus(quietPeriod))) {
                complete.add(file);
            }
        });
        return complete;
    }
}
