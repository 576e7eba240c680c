package io.astrochrome.trainer.data;

import io.astrochrome.events.Purpose;
import io.astrochrome.storage.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;

/** Pictures in the order of their ids, so that the same pictures are the same set however they arrived. Immutable. */
public record PictureSet(List<TrainingPicture> pictures) {
    public PictureSet {
        pictures = pictures.stream()
                .sorted(Comparator.comparing(TrainingPicture::id))
                .toList();
    }

    /** Those of one side of the split. */
    public PictureSet of(Purpose purpose) {
        return new PictureSet(
                pictures.stream().filter(p -> p.purpose() == purpose).toList());
    }

    /** How many there are. */
    public int size() {
        return pictures.size();
    }

    /** SHA-256 over the ids and their sides of the split, 64 lower-case hex digits: two sets with it are the same. */
    public String hash() {
        MessageDigest digest = Sha256.digest();
        for (TrainingPicture picture : pictures) {
            digest.update((picture.id() + " " + picture.purpose() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        return Sha256.hex(digest.digest());
    }
}
