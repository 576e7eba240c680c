package io.astrochrome.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DailyTest {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(new PrintStream(said, true, StandardCharsets.UTF_8));
    private final CountDownLatch stopped = new CountDownLatch(1);

    @AfterEach
    void stop() {
        stopped.countDown();
    }

    @Test
    void comesAgainAlsoWhenItFailed() throws Exception {
        var done = new CountDownLatch(3);

        new Daily(Duration.ZERO, Duration.ofMillis(1), terminal)
                .start(
                        "daily-prune",
                        () -> {
                            done.countDown();
                            if (done.getCount() == 2) {
                                throw new IOException("no room");
                            }
                            if (done.getCount() == 1) {
                                throw new IllegalStateException("no sense");
                            }
                        },
                        stopped);

        done.await();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("daily-prune failed", "no room")
                .contains("no sense");
    }

    @Test
    void waitsForItsFirstTimeAndEndsWithTheSystem() throws Exception {
        var thread = new AtomicReference<Thread>();
        var together = new CyclicBarrier(2);
        new Daily(FOR_EVER, Duration.ZERO, terminal).start("never", together::await, stopped);
        new Daily(Duration.ZERO, FOR_EVER, terminal)
                .start(
                        "once",
                        () -> {
                            thread.set(Thread.currentThread());
                            together.await();
                        },
                        stopped);
        together.await();
        assertThat(together.getNumberWaiting()).isZero();

        stopped.countDown();

        thread.get().join(TimeUnit.MINUTES.toMillis(1));
        assertThat(thread.get().isAlive()).isFalse();
    }
}
