package io.astrochrome.metrics.registry.retraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.EventType;
import io.astrochrome.events.Topics;
import io.astrochrome.events.training.RetrainReason;
import io.astrochrome.events.training.RetrainRequest;
import io.astrochrome.metrics.registry.decisions.Decisions;
import io.astrochrome.metrics.registry.events.KeptEvents;
import java.time.Instant;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class RetrainRequestsTest {
    private static final Instant NIGHT = Instant.parse("2026-11-22T20:00:00Z");
    private static final int MOST = 500;

    private final KeptEvents events = new KeptEvents(Decisions.CLIENTS);
    private final RetrainRequests requests = new RetrainRequests(Decisions.CLIENTS, events);

    private static RetrainRequest request(String id, RetrainReason reason, int second) {
        return new RetrainRequest(
                id, reason, RetrainRequest.FINE_TUNE, "seen", "metrics-service", NIGHT.plusSeconds(second));
    }

    @Test
    void aRequestIsInTheLogUnderItsReason() {
        RetrainRequest request = request("one", RetrainReason.DRIFT, 0);

        assertThat(requests.ask(request)).isTrue();

        assertThat(events.written())
                .containsExactly(new KeptEvents.Written(
                        Topics.RETRAIN_REQUESTS, EventType.RETRAIN_REQUEST, "one", "DRIFT", request));
    }

    @Test
    void theSameIdIsAskedForOnce() {
        requests.ask(request("one", RetrainReason.DRIFT, 0));

        assertThat(requests.ask(request("one", RetrainReason.SCHEDULE, 9))).isFalse();
        assertThat(events.written()).hasSize(1);
        assertThat(requests.newestFirst()).singleElement().satisfies(kept -> assertThat(kept.at())
                .isEqualTo(NIGHT));
    }

    @Test
    void whatTheLogDoesNotTakeMayBeAskedForAgain() {
        events.goAway();
        assertThatThrownBy(() -> requests.ask(request("one", RetrainReason.DRIFT, 0)))
                .isInstanceOf(KafkaException.class);
        assertThat(requests.newestFirst()).isEmpty();

        events.comeBack();

        assertThat(requests.ask(request("one", RetrainReason.DRIFT, 0))).isTrue();
    }

    @Test
    void aReasonAskedLastWhenTheNewestOfItsRequestsSays() {
        requests.ask(request("one", RetrainReason.DRIFT, 50));
        requests.ask(request("two", RetrainReason.DRIFT, 20));
        requests.ask(request("three", RetrainReason.OPERATOR, 90));

        assertThat(requests.last(RetrainReason.DRIFT)).contains(NIGHT.plusSeconds(50));
        assertThat(requests.last(RetrainReason.SCHEDULE)).isEmpty();
        assertThat(requests.newestFirst()).extracting(RetrainRequest::requestId).containsExactly("three", "two", "one");
    }

    @Test
    void ofManyTheFirstAreForgotten() {
        for (int i = 0; i <= MOST; i++) {
            requests.ask(request("request " + i, RetrainReason.OPERATOR, i));
        }

        assertThat(requests.newestFirst()).hasSize(MOST);
        assertThat(requests.newestFirst().get(0).requestId()).isEqualTo("request " + MOST);
        assertThat(requests.newestFirst().get(MOST - 1).requestId()).isEqualTo("request 1");
    }
}
