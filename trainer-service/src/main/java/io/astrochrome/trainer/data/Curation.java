package io.astrochrome.trainer.data;

import io.astrochrome.imaging.color.LabScale;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the pictures to learn from: by class, by mean chroma, and one of those that look alike. Pictures are gone
 * through in the order of their ids, so that the same set is chosen wherever it came from.
 *
 * @param classes only these; empty: all
 * @param minChroma least mean chroma, in CIELAB units
 * @param nearDuplicateBits pictures whose hashes differ in at most so many of 64 bits count once; negative: all are kept
 */
public record Curation(List<String> classes, double minChroma, int nearDuplicateBits) {
    public Curation {
        classes = List.copyOf(classes);
    }

    /** The set's pictures that pass, and what became of the others. */
    public CurationReport apply(PictureSet set) {
        List<TrainingPicture> kept = new ArrayList<>();
        List<Long> hashes = new ArrayList<>();
        int otherClass = 0;
        int tooGrey = 0;
        int duplicates = 0;
        for (TrainingPicture picture : set.pictures()) {
            if (!classes.isEmpty() && !classes.contains(picture.category())) {
                otherClass++;
            } else if (minChroma > 0 && meanChroma(picture.planes()) < minChroma) {
                tooGrey++;
            } else if (nearDuplicateBits >= 0 && isKnown(PerceptualHash.of(picture.planes()), hashes)) {
                duplicates++;
            } else {
                kept.add(picture);
            }
        }
        return new CurationReport(new PictureSet(kept), set.size(), otherClass, tooGrey, duplicates);
    }

    /** Whether a hash like it was seen; a new one is remembered. */
    private boolean isKnown(long hash, List<Long> hashes) {
        for (long seen : hashes) {
            if (PerceptualHash.distance(seen, hash) <= nearDuplicateBits) {
                return true;
            }
        }
        hashes.add(hash);
        return false;
    }

    private static double meanChroma(NormalisedLab picture) {
        double sum = 0;
        for (int i = 0; i < picture.a().length; i++) {
            sum += Math.hypot(picture.a()[i], picture.b()[i]);
        }
        return sum / picture.a().length * LabScale.CHROMA;
    }
}
