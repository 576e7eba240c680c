package io.astrochrome.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.night.StackOrder;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.testkit.StreamTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
class StoredRequestsTest {
    @Inject
    ObjectStore store;

    private final String target = "target " + UUID.randomUUID();

    @Test
    void aChangedRequestIsKnownAtOnce() {
        StoredRequests<StackOrder> requests = requests();
        assertThat(requests.newest(target)).isEmpty();

        order("natural");
        assertThat(requests.newest(target)).as("looked a moment ago").isEmpty();
        requests.changed(target);
        assertThat(requests.newest(target))
                .get()
                .extracting(StackOrder::formula)
                .isEqualTo("natural");
    }

    @Test
    void whatIsNoRequestIsPassedOver() {
        store.put(ObjectKeys.stackOrder(target), "{".getBytes(StandardCharsets.UTF_8), "application/json");

        assertThat(requests().newest(target)).isEmpty();
    }

    private StoredRequests<StackOrder> requests() {
        return new StoredRequests<>(
                store, ObjectKeys::stackOrder, StackOrder.class, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private void order(String formula) {
        StackOrder order = new StackOrder(target, false, formula, null, Set.of(), null, "Ada", null, Instant.now());
        store.put(ObjectKeys.stackOrder(target), EventCodec.toJson(order), "application/json");
    }
}
