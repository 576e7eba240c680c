package io.astrochrome.trainer.data;

/**
 * What a curation did.
 *
 * @param kept the pictures that are left
 * @param before how many there were
 * @param otherClass left out because of their class
 * @param tooGrey left out because of their mean chroma
 * @param duplicates left out because they look like one that is kept
 */
public record CurationReport(PictureSet kept, int before, int otherClass, int tooGrey, int duplicates) {
    /** The effect in a sentence. */
    public String summary() {
        return kept.size() + " of " + before + " pictures kept; left out: " + otherClass + " of other classes, "
                + tooGrey + " with too little chroma, " + duplicates + " near-duplicates";
    }
}
