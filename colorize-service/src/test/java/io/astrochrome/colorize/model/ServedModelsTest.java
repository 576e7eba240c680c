package io.astrochrome.colorize.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.astrochrome.events.model.ChallengerMode;
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

class ServedModelsTest {
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
        ServedModels registry = new ServedModels(first);
        ModelLease one = registry.champion();
        ModelLease other = registry.champion();

        registry.swap(second);
        registry.swap(third);

        try (ModelLease next = registry.champion()) {
            assertThat(next.model()).isSameAs(third);
        }
        one.close();
        one.close();
        assertThat(isClosed(first)).as("still leased").isFalse();
        other.close();
        assertThat(isClosed(first)).as("after its last lease").isTrue();
        assertThat(isClosed(second)).as("the one to roll back to").isFalse();
        registry.close();
        assertThat(isClosed(second)).as("after the registry").isTrue();
        assertThat(isClosed(third)).as("after the registry").isTrue();
        assertThatIllegalStateException().isThrownBy(registry::champion);
    }

    @Test
    void rollsBackToTheModelBeforeWithoutLoadingIt() throws Exception {
        ColourModel first = load(0.5f);
        ColourModel second = load(0.25f);
        ServedModels registry = new ServedModels(first);
        assertThat(registry.ready(first.modelId())).isEmpty();
        registry.swap(second);

        registry.swap(registry.ready(first.modelId()).orElseThrow());

        try (ModelLease now = registry.champion()) {
            assertThat(now.model()).isSameAs(first);
        }
        assertThat(isClosed(first)).isFalse();
        assertThat(registry.ready(first.modelId())).isEmpty();
        registry.close();
        assertThat(isClosed(first)).isTrue();
        assertThat(isClosed(second)).isTrue();
    }

    @Test
    void aCanaryCanBeChampionWithoutBeingLoadedAgainAndOneThatColoursUnseenCannot() throws Exception {
        ColourModel canary = load(0.25f);
        ColourModel shadow = load(0.75f);
        try (ServedModels registry = new ServedModels(load(0.5f))) {
            registry.challenge(new Challenger(ModelLease.of(shadow), ChallengerMode.SHADOW, 0, "one"));
            assertThat(registry.ready(shadow.modelId())).isEmpty();

            registry.challenge(new Challenger(ModelLease.of(canary), ChallengerMode.CANARY, 1, "two"));
            assertThat(isClosed(shadow)).as("after another is tried").isTrue();
            registry.swap(registry.ready(canary.modelId()).orElseThrow());
            registry.setAside();

            try (ModelLease champion = registry.champion()) {
                assertThat(champion.model()).isSameAs(canary);
            }
            assertThat(isClosed(canary)).isFalse();
        }
        assertThat(isClosed(canary)).isTrue();
    }

    @Test
    void setsAChallengerAsideWhoeverUsesItStillAndNoOtherThanThat() throws Exception {
        ColourModel tried = load(0.25f);
        try (ServedModels registry = new ServedModels(load(0.5f))) {
            registry.challenge(new Challenger(ModelLease.of(tried), ChallengerMode.CANARY, 1, "decision"));
            try (ServingModels serving = registry.serving()) {
                assertThat(registry.setAside("another")).isEmpty();
                assertThat(registry.setAside(tried.modelId())).contains("decision");
                assertThat(registry.setAside(tried.modelId())).isEmpty();

                assertThat(serving.of("M 31")).isSameAs(tried);
                assertThat(isClosed(tried)).isFalse();
            }
            assertThat(isClosed(tried)).isTrue();
        }
    }

    @Test
    void swapsUnderLoadWithoutAFailedPrediction() throws Exception {
        ServedModels registry = new ServedModels(load(0.5f));
        AtomicBoolean swapping = new AtomicBoolean(true);
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                counts.add(callers.submit(() -> {
                    int predictions = 0;
                    while (swapping.get()) {
                        try (ModelLease lease = registry.champion()) {
                            lease.model().predict(GREY, 1, 32, 32);
                            predictions++;
                        }
                    }
                    return predictions;
                }));
            }
            for (int i = 0; i < 30; i++) {
                registry.swap(load(0.1f + i / 100f));
            }
            swapping.set(false);
            for (Future<Integer> count : counts) {
                assertThat(count.get()).isPositive();
            }
        } finally {
            callers.shutdownNow();
            registry.close();
        }
    }
}
