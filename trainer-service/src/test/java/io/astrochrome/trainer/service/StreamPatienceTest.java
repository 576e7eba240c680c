package io.astrochrome.trainer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.storage.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class StreamPatienceTest {
    private final AtomicInteger tries = new AtomicInteger();

    private StreamPatience stoppingAfter(int most) {
        return new StreamPatience(Duration.ofMillis(1), () -> tries.get() >= most);
    }

    @Test
    void triesAgainUntilBrokerAndStoreAreBack() throws IOException {
        var done = stoppingAfter(100).until("run", () -> switch (tries.incrementAndGet()) {
            case 1 -> throw new TimeoutException("no broker");
            case 2 -> throw new StoreUnavailableException("no store", null);
            default -> "done";
        });

        assertThat(done).contains("done");
        assertThat(tries).hasValue(3);
    }

    @Test
    void givesUpWhenTheServiceStops() throws IOException {
        var done = stoppingAfter(4).until("run", () -> {
            tries.incrementAndGet();
            throw new TimeoutException("no broker");
        });

        assertThat(done).isEmpty();
        assertThat(tries).hasValue(4);
    }

    @Test
    void whatWaitingDoesNotMendIsSaidAtOnce() {
        assertThatThrownBy(() -> stoppingAfter(100).until("run", () -> {
                    tries.incrementAndGet();
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(tries).hasValue(1);
    }
}
