package io.astrochrome.metrics.registry.retraining;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.EventType;
import io.astrochrome.events.Topics;
import io.astrochrome.events.training.RetrainReason;
import io.astrochrome.events.training.RetrainRequest;
import io.astrochrome.metrics.registry.events.EventWriter;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.log.LogFollower;
import io.astrochrome.platform.log.LogSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** What was asked of the trainer, by whomever; and where it is asked. The same id is asked for once. Thread-safe. */
@ApplicationScoped
public class RetrainRequests {
    private static final Logger LOG = Logger.getLogger(RetrainRequests.class);
    private static final int MOST = 500;

    private final EventWriter events;
    private final LogFollower follower;
    private final Map<String, RetrainRequest> requests = new LinkedHashMap<>();

    RetrainRequests(KafkaClients clients, EventWriter events) {
        this.events = events;
        this.follower = new LogFollower(
                "retrain-requests", clients.reading(Topics.RETRAIN_REQUESTS), LogSettings.DEFAULT, this::take);
    }

    void start(@Observes StartupEvent event) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) {
        follower.close();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            remember(EventCodec.fromJson(record.value(), RetrainRequest.class));
        } catch (EventFormatException e) {
            LOG.debugf("a request at %d is passed over: %s", record.offset(), e.getMessage());
        }
    }

    private synchronized void remember(RetrainRequest request) {
        requests.putIfAbsent(request.requestId(), request);
        if (requests.size() > MOST) {
            requests.remove(requests.keySet().iterator().next());
        }
    }

    /** Whether all that was asked before the service started is known. */
    public boolean isCaughtUp() {
        return follower.isCaughtUp();
    }

    /** Everything that was asked, newest first. */
    public synchronized List<RetrainRequest> newestFirst() {
        List<RetrainRequest> all = new ArrayList<>(requests.values());
        Collections.reverse(all);
        return all;
    }

    /** When that reason asked last. */
    synchronized Optional<Instant> last(RetrainReason reason) {
        return requests.values().stream()
                .filter(request -> request.reason() == reason)
                .map(RetrainRequest::at)
                .max(Instant::compareTo);
    }

    /**
     * Asks the trainer; returns when the request is in the log. An id that was asked for before is not asked for again.
     *
     * @return whether it was new
     */
    public synchronized boolean ask(RetrainRequest request) {
        if (requests.containsKey(request.requestId())) {
            return false;
        }
        events.write(
                Topics.RETRAIN_REQUESTS,
                EventType.RETRAIN_REQUEST,
                request.requestId(),
                request.reason().name(),
                request);
        remember(request);
        LOG.infof("asked for %s: %s (%s)", request.recipe(), request.detail(), request.requestId());
        return true;
    }
}
