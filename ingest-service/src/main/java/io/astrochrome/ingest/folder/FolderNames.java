package io.astrochrome.ingest.folder;

import io.astrochrome.events.FrameLabels;
import io.astrochrome.imaging.filter.FilterNames;
import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.ingest.intake.Labels;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the folders between the watched one and a file tell of its frame.
 *
 * @param watched the watched folder
 * @param filters whether a folder may be called after a filter
 */
record FolderNames(Path watched, boolean filters) {
    /** The folder that a target may be called after: the nearest that is not called after a filter. */
    Optional<String> target(Path file) {
        Path folder = watched.relativize(file).getParent();
        while (folder != null && isFilter(folder)) {
            folder = folder.getParent();
        }
        return Optional.ofNullable(folder).map(FolderNames::name);
    }

    /** The filter that the file's folder is called after. */
    Labels labels(Path file) {
        Path folder = watched.relativize(file).getParent();
        return folder != null && isFilter(folder) ? new Labels(Map.of(FrameLabels.FILTER, name(folder))) : Labels.NONE;
    }

    private boolean isFilter(Path folder) {
        return filters && FilterNames.STANDARD.role(name(folder)) != FilterRole.UNKNOWN;
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }
}
