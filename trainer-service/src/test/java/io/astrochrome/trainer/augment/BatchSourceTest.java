package io.astrochrome.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.Pictures;
import io.astrochrome.trainer.data.TensorStore;
import io.astrochrome.trainer.objective.TrainingBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchSourceTest {
    private static final Augmentation STRONG = new Augmentation(new AugmentationSettings(
            true, 45, new Range(0.5, 2), new Range(0.7, 1.4), 0.5, new Range(0, 2), new Range(0, 1)));

    @TempDir
    Path folder;

    private BatchSource source(long seed) throws IOException {
        return new BatchSource(Pictures.fill(new TensorStore(folder), 7, 0), STRONG, seed);
    }

    @Test
    void prefetchingOnManyThreadsChangesNoNumber() throws IOException {
        BatchSource source = source(3);
        try (PrefetchedBatches batches = new PrefetchedBatches(step -> source.batch(step * 4, 4, 32), 4, 3)) {
            for (int step = 0; step < 12; step++) {
                TrainingBatch batch = batches.at(step, 12);
                assertThat(batch.l()).isEqualTo(source.batch(step * 4L, 4, 32).l());
                assertThat(batch.ab()).isEqualTo(source.batch(step * 4L, 4, 32).ab());
            }
        }
    }

    @Test
    void anotherSeedShowsOtherViews() throws IOException {
        assertThat(source(1).batch(0, 2, 32).l())
                .isNotEqualTo(source(2).batch(0, 2, 32).l());
    }

    @Test
    void everyPictureIsSeenOnceAnEpoch() throws IOException {
        BatchSource source = source(9);
        for (int epoch = 0; epoch < 5; epoch++) {
            Set<Integer> seen = new HashSet<>();
            for (int i = 0; i < 7; i++) {
                seen.add(source.pictureAt(epoch * 7L + i));
            }
            assertThat(seen).hasSize(7);
        }
    }

    @Property(tries = 60)
    void aPermutationIsOne(@ForAll @IntRange(min = 1, max = 300) int size, @ForAll long key) {
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < size; i++) {
            places.add(new Permutation(size, key).at(i));
        }
        assertThat(places).hasSize(size).allMatch(place -> place >= 0 && place < size);
    }

    @Test
    void thereMustBePictures() {
        assertThatThrownBy(() -> new BatchSource(new PictureSet(List.of()), STRONG, 1))
                .hasMessageContaining("no pictures to learn from");
    }
}
