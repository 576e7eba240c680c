package io.astrochrome.colorize.model.rollout;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.Topics;
import io.astrochrome.events.history.ModelHistory;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.log.LogFollower;
import io.astrochrome.platform.log.LogListener;
import io.astrochrome.platform.log.LogSettings;
import io.astrochrome.storage.StoreUnavailableException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jboss.logging.Logger;

/**
 * Reads {@code model-decisions.v1} from its beginning, then live, and has what is in force obeyed. Belongs to no group:
 * every instance obeys every decision. A crash at any moment leaves nothing half done, since the next start reads the same
 * log. A record that cannot be read is passed over; the stage that decides gives it up.
 */
public final class DecisionFeed implements LogListener, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DecisionFeed.class);

    private final ModelRollout rollout;
    private final ModelHistory history = new ModelHistory();
    private final CountDownLatch settled = new CountDownLatch(1);
    private final LogFollower follower;
    private boolean toObey = true;

    DecisionFeed(KafkaClients clients, ModelRollout rollout) {
        this.rollout = rollout;
        this.follower =
                new LogFollower("model-decisions", clients.reading(Topics.MODEL_DECISIONS), LogSettings.DEFAULT, this);
    }

    void start() {
        follower.start();
    }

    /** Waits until the decisions that the log had at start are obeyed; where there is no such topic, nobody has decided. */
    public void awaitSettled() throws InterruptedException {
        settled.await();
    }

    /** Obeys no more; what is being obeyed is obeyed first. */
    @Override
    public void close() {
        follower.close();
    }

    @Override
    public void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            toObey |= history.add(EventCodec.fromJson(record.value(), ModelDecision.class));
        } catch (EventFormatException e) {
            LOG.warnf("%s-%d at %d is passed over: %s", record.topic(), record.partition(), record.offset(), e);
        }
    }

    @Override
    public void looked(boolean upToDate) {
        if (toObey && upToDate) {
            toObey = !obey();
        }
    }

    @Override
    public void refused(AuthorizationException e) {
        LOG.errorf("decisions about models are not obeyed, %s may not be read: %s", Topics.MODEL_DECISIONS, e);
        settled.countDown();
    }

    private boolean obey() {
        try {
            rollout.obey(history);
            settled.countDown();
            return true;
        } catch (StoreUnavailableException | UncheckedIOException e) {
            LOG.warnf("the decided model cannot be had yet: %s", e.getMessage());
        } catch (RuntimeException e) {
            if (!follower.isOpen()) {
                return true; // the models are closed
            }
            LOG.error("a decision could not be obeyed, what coloured before goes on", e);
            settled.countDown();
            return true;
        }
        follower.pause();
        return false;
    }
}
