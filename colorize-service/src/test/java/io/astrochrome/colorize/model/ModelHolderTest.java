package io.astrochrome.colorize.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.testkit.model.TinyModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelHolderTest {
    private static final float[] GREY = new float[32 * 32];

    @TempDir
    private Path folder;

    private ColourModel load(float slope) throws ModelRejectedException {
        Path file = TinyModel.named("tiny").slope(slope).write(folder.resolve("tiny-" + slope + ".onnx"));
        return ColourModel.load(file, SessionSettings.cpu(1));
    }

    private static boolean isClosed(ColourModel model) {
        try {
            model.predict(GREY, 1, 32, 32);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    @Test
    void closesAModelWhenAnotherIsBetweenAndItsLastLeaseIsBack() throws Exception {
        ColourModel first = load(0.5f);
        ColourModel second = load(0.25f);
        ColourModel third = load(0.75f);
        ModelHolder holder = new ModelHolder(first);
        ModelLease one = holder.lease();
        ModelLease other = holder.lease();

        holder.swap(second);
        holder.swap(third);

        try (ModelLease next = holder.lease()) {
            assertThat(next.model()).isSameAs(third);
        }
        one.close();
        one.close();
        assertThat(isClosed(first)).as("still leased").isFalse();
        other.close();
        assertThat(isClosed(first)).as("after its last lease").isTrue();
        assertThat(isClosed(second)).as("the one to roll back to").isFalse();
        holder.close();
        assertThat(isClosed(second)).as("after the holder").isTrue();
        assertThat(isClosed(third)).as("after the holder").isTrue();
        assertThatIllegalStateException().isThrownBy(holder::lease);
    }

    @Test
    void rollsBackToTheModelBeforeWithoutLoadingIt() throws Exception {
        ColourModel first = load(0.5f);
        ColourModel second = load(0.25f);
        ModelHolder holder = new ModelHolder(first);
        assertThat(holder.before(first.modelId())).isEmpty();
        holder.swap(second);

        holder.swap(holder.before(first.modelId()).orElseThrow());

        try (ModelLease now = holder.lease()) {
            assertThat(now.model()).isSameAs(first);
        }
        assertThat(isClosed(first)).isFalse();
        assertThat(holder.before(first.modelId())).isEmpty();
        holder.close();
        assertThat(isClosed(first)).isTrue();
        assertThat(isClosed(second)).isTrue();
    }

    @Test
    void swapsUnderLoadWithoutAFailedPrediction() throws Exception {
        ModelHolder holder = new ModelHolder(load(0.5f));
        AtomicBoolean swapping = new AtomicBoolean(true);
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                counts.add(callers.submit(() -> {
                    int predictions = 0;
                    while (swapping.get()) {
                        try (ModelLease lease = holder.lease()) {
                            lease.model().predict(GREY, 1, 32, 32);
                            predictions++;
                        }
                    }
                    return predictions;
                }));
            }
            for (int i = 0; i < 30; i++) {
                holder.swap(load(0.1f + i / 100f));
            }
            swapping.set(false);
            for (Future<Integer> count : counts) {
                assertThat(count.get()).isPositive();
            }
        } finally {
            callers.shutdownNow();
            holder.close();
        }
    }
}
