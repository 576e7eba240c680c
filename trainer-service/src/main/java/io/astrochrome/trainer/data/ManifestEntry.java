package io.astrochrome.trainer.data;

import io.astrochrome.events.Purpose;

/**
 * One line of a data folder's {@code manifest.csv}.
 *
 * @param file path of the picture, relative to the folder
 * @param purpose {@link Purpose#TRAIN} or {@link Purpose#VALIDATION}
 * @param group pictures of one group show the same object or field, and are never on both sides of the split
 * @param category the object's class, such as {@code nebula}; empty where unknown
 * @param licence as the source states it; empty where unknown
 * @param credit whose picture it is; empty where unknown
 * @param source where it was taken from; empty where unknown
 */
public record ManifestEntry(
        String file,
        Purpose purpose,
        String group,
        String category,
        String object,
        String licence,
        String credit,
        String source) {
    public ManifestEntry {
        if (file == null || file.isBlank()) {
            throw new IllegalArgumentException("a manifest entry must name its file");
        }
        if (purpose != Purpose.TRAIN && purpose != Purpose.VALIDATION) {
            throw new IllegalArgumentException(file + ": a picture is for train or validation, not " + purpose);
        }
    }
}
