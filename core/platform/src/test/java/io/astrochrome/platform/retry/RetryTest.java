package io.astrochrome.platform.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.storage.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final long PATIENCE_SECONDS = 60;

    private final AtomicInteger tries = new AtomicInteger();

    private static boolean mayPass(Exception failure) {
        return failure instanceof StoreUnavailableException;
    }

    private String away() {
        tries.incrementAndGet();
        throw new StoreUnavailableException("no store", null);
    }

    @Test
    void triesAgainUntilTheStoreIsBackAndTellsEachFailure() throws IOException {
        List<String> told = new ArrayList<>();
        Retry retry = new Retry(MOMENT, MOMENT, RetryTest::mayPass, failure -> told.add(failure.getMessage()));

        Optional<String> done = retry.until("storing", () -> tries.get() < 2 ? away() : "done");

        assertThat(done).contains("done");
        assertThat(tries).hasValue(2);
        assertThat(told).containsExactly("no store", "no store");
    }

    @Test
    void whatWaitingDoesNotMendIsSaidAtOnce() {
        Retry retry = new Retry(MOMENT, MOMENT, RetryTest::mayPass);

        assertThatThrownBy(() -> retry.until("storing", () -> {
                    tries.incrementAndGet();
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(tries).hasValue(1);
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        Retry retry = new Retry(Duration.ofMillis(200), Duration.ofSeconds(1), RetryTest::mayPass);

        assertThat(retry.after(Duration.ofMillis(200))).isEqualTo(Duration.ofMillis(400));
        assertThat(retry.after(Duration.ofMillis(800))).isEqualTo(Duration.ofSeconds(1));
        assertThat(retry.after(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
        assertThatThrownBy(() -> new Retry(FOR_EVER, MOMENT, RetryTest::mayPass))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closingItEndsAPauseAndEveryTryAfter() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        Retry retry = new Retry(FOR_EVER, FOR_EVER, RetryTest::mayPass, failure -> waits.countDown());
        CompletableFuture<Optional<String>> end = ended(retry);
        assertThat(waits.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

        retry.close();

        assertThat(end.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEmpty();
        assertThat(retry.until("storing", this::away)).isEmpty();
        assertThat(tries).hasValue(1);
    }

    private CompletableFuture<Optional<String>> ended(Retry retry) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return retry.until("storing", this::away);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void anInterruptEndsAPauseAndIsNotLost() throws IOException {
        Retry retry = new Retry(FOR_EVER, FOR_EVER, RetryTest::mayPass);
        Thread.currentThread().interrupt();

        assertThat(retry.until("storing", this::away)).isEmpty();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anEventIsPublishedEventually() {
        Retry retry = new Retry(MOMENT, MOMENT, RetryTest::mayPass);

        String taken = retry.<String>eventually(
                        "publishing",
                        failure -> true,
                        () -> tries.incrementAndGet() < 3
                                ? Uni.createFrom().failure(new IllegalStateException("no broker"))
                                : Uni.createFrom().item("taken"))
                .await()
                .atMost(Duration.ofSeconds(PATIENCE_SECONDS));

        assertThat(taken).isEqualTo("taken");
        assertThat(tries).hasValue(3);
    }

    @Test
    void anEventThatNoBrokerWouldTakeIsNotPublishedAgain() {
        Retry retry = new Retry(MOMENT, MOMENT, RetryTest::mayPass);
        Uni<String> published =
                retry.eventually("publishing", failure -> !(failure instanceof IllegalStateException), () -> {
                    tries.incrementAndGet();
                    return Uni.createFrom().failure(new IllegalStateException("too large"));
                });

        assertThatThrownBy(() -> published.await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)))
                .hasMessage("too large");
        assertThat(tries).hasValue(1);
    }
}
