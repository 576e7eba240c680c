package io.astrochrome.preprocess.stack;

import io.astrochrome.imaging.calibrate.Masters;
import io.astrochrome.imaging.filter.FilterNames;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How exposures are stacked.
 *
 * @param enabled whether they are; otherwise each is shown by itself
 * @param shortSide of the working grid in px; 0 for the exposures' own size
 * @param names what filters' names mean
 * @param masters that calibrate exposures
 * @param rolesByName whether a file's name tells its role where its header names no filter
 * @param pictureEvery least time between two pictures of a target's stacks, and how long after the last exposure what is not
 *     shown yet is
 * @param snapshotEvery exposures between two snapshots, at most so many are stacked again after a crash
 * @param openNights targets whose stacks are at hand at a time
 * @param folder for their stacks; emptied at the start
 */
public record StackSettings(
        boolean enabled,
        int shortSide,
        FilterNames names,
        Masters masters,
        boolean rolesByName,
        Duration pictureEvery,
        int snapshotEvery,
        int openNights,
        Path folder) {
    public StackSettings {
        if (shortSide < 0 || snapshotEvery < 1 || openNights < 1 || pictureEvery.isNegative()) {
            throw new IllegalArgumentException(
                    "stacks need a side and a time of at least 0, and snapshots and open nights of"
                            + " at least 1, not " + shortSide + ", " + pictureEvery + ", " + snapshotEvery + " and "
                            + openNights);
        }
    }
}
