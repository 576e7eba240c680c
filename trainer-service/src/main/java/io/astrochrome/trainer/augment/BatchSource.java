package io.astrochrome.trainer.augment;

import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;
import io.astrochrome.trainer.objective.TrainingBatch;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Batches of random views. A batch is a function of seed, draw and index alone: whoever asks again, on whatever thread and
 * after whatever happened, gets the same numbers. Every picture is seen once before one is seen twice. Thread-safe.
 */
public final class BatchSource {
    private final List<TrainingPicture> pictures;
    private final Augmentation augmentation;
    private final long seed;

    /**
     * Over the pictures of a set.
     *
     * @throws IllegalArgumentException where there are none
     */
    public BatchSource(PictureSet set, Augmentation augmentation, long seed) {
        if (set.size() == 0) {
            throw new IllegalArgumentException("there are no pictures to learn from");
        }
        this.pictures = set.pictures();
        this.augmentation = augmentation;
        this.seed = seed;
    }

    /**
     * The batch of one step.
     *
     * @param firstView how many views were drawn before it, over the whole run
     * @param size views in the batch
     * @param side of the views, in px
     */
    public TrainingBatch batch(long firstView, int size, int side) {
        int pixels = side * side;
        float[] l = new float[size * pixels];
        float[] ab = new float[2 * size * pixels];
        for (int i = 0; i < size; i++) {
            NormalisedLab view = view(firstView + i, side);
            System.arraycopy(view.l(), 0, l, i * pixels, pixels);
            System.arraycopy(view.a(), 0, ab, 2 * i * pixels, pixels);
            System.arraycopy(view.b(), 0, ab, (2 * i + 1) * pixels, pixels);
        }
        return new TrainingBatch(size, side, side, l, ab);
    }

    private NormalisedLab view(long index, int side) {
        TrainingPicture picture = pictures.get(pictureAt(index));
        SplittableRandom random = new SplittableRandom(mix(seed, index, 1));
        return augmentation.view(picture.planes(), side, random);
    }

    /** The place of the view's picture: the epoch's shuffle at the view's position in it. */
    int pictureAt(long index) {
        long epoch = index / pictures.size();
        int position = (int) (index % pictures.size());
        return new Permutation(pictures.size(), mix(seed, epoch, 2)).at(position);
    }

    /** A well-mixed number (the finaliser of SplitMix64, Steele et al. 2014). */
    static long mix(long seed, long index, long purpose) {
        long z = seed * 0x9e3779b97f4a7c15L + index * 0xd1342543de82ef95L + purpose;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
