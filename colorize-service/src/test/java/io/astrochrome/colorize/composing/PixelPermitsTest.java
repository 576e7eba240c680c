package io.astrochrome.colorize.composing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PixelPermitsTest {
    @Test
    void letsAFrameLargerThanTheBoundInAlone() throws Exception {
        PixelPermits permits = new PixelPermits(10);
        PixelPermits.Permit large = permits.acquire(60_000_000);
        CompletableFuture<Void> small = CompletableFuture.runAsync(() -> {
            try (PixelPermits.Permit permit = permits.acquire(1)) {
                assertThat(permit).isNotNull();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(small).isNotDone();

        large.close();

        small.get(10, TimeUnit.SECONDS);
    }

    @Test
    void letsSmallFramesInTogether() throws Exception {
        PixelPermits permits = new PixelPermits(2);
        try (PixelPermits.Permit one = permits.acquire(1_000_000);
                PixelPermits.Permit other = permits.acquire(50_000)) {
            assertThat(one).isNotSameAs(other);
        }
    }
}
