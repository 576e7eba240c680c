package io.astrochrome.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PictureThreadTest {
    private final PictureThread pictures = new PictureThread();

    @AfterEach
    void stop() {
        pictures.stop(null);
    }

    @Test
    void knowsOfWhichTargetsPicturesAreYetToBeMade() {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        CompletableFuture<Void> first = pictures.make("M 1", () -> {
            begun.complete(null);
            goOn.join();
            return CompletableFuture.completedFuture(null);
        });
        CompletableFuture<Void> second = pictures.make("M 2", () -> CompletableFuture.completedFuture(null));
        begun.join();

        assertThat(pictures.isBusyWith("M 1")).isTrue();
        assertThat(pictures.isBusyWith("M 2")).isTrue();
        assertThat(pictures.isBusyWith("M 3")).isFalse();
        assertThat(second).isNotDone();

        goOn.complete(null);
        first.join();
        second.join();
        await().until(pictures::isIdle);
        assertThat(pictures.isBusyWith("M 1")).isFalse();
    }

    @Test
    void aPictureThatEndsInAnErrorIsToldAndTheNextIsMade() {
        CompletableFuture<Void> broken = pictures.make("M 1", () -> {
            throw new StackOverflowError();
        });
        pictures.make("M 1", () -> CompletableFuture.completedFuture(null)).join();

        assertThat(broken).isCompletedExceptionally();
    }

    @Test
    void goesOnRepeatingWhatFails() {
        AtomicInteger times = new AtomicInteger();
        pictures.repeat(
                () -> {
                    times.incrementAndGet();
                    throw new StackOverflowError();
                },
                Duration.ofMillis(50));

        await().until(() -> times.get() > 3);
    }
}
