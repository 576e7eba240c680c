package io.astrochrome.colorize.composing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PixelPermitsTest {
    private static final int MILLION = 1_000_000;

    private final PixelPermits permits = new PixelPermits(2);
    private final Semaphore letIn = new Semaphore(0);
    private Thread other;

    @AfterEach
    void stopWhoWaits() throws InterruptedException {
        if (other != null) {
            other.interrupt();
            other.join();
        }
    }

    @Test
    void letsAFrameLargerThanTheBoundInAlone() throws Exception {
        PixelPermits.Permit large = permits.acquire(60L * MILLION);

        compose(1);
        assertThatItWaits();

        large.close();
        assertThatItIsLetIn();
    }

    @Test
    void letsFramesInTogetherThatFitTheBound() throws Exception {
        PixelPermits.Permit whole = permits.acquire(MILLION);
        permits.acquire(50_000);

        compose(1);
        assertThatItWaits();

        whole.close();
        assertThatItIsLetIn();
    }

    @Test
    void takesABegunMillionOfPixelsForAWholeOne() throws Exception {
        PixelPermits.Permit large = permits.acquire(MILLION + 1);

        compose(1);
        assertThatItWaits();

        large.close();
        assertThatItIsLetIn();
    }

    /** Composes a frame of so many pixels on a thread of its own. */
    private void compose(long pixels) {
        other = new Thread(() -> {
            try (PixelPermits.Permit held = permits.acquire(pixels)) {
                letIn.release();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        other.start();
    }

    private void assertThatItWaits() {
        await().until(() -> other.getState() == Thread.State.WAITING);
        assertThat(letIn.availablePermits()).isZero();
    }

    private void assertThatItIsLetIn() throws InterruptedException {
        assertThat(letIn.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }
}
