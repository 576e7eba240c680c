package io.astrochrome.colorize.decision;

import io.astrochrome.colorize.challenger.ChallengerHolder;
import io.astrochrome.colorize.challenger.ChallengerWatch;
import io.astrochrome.colorize.challenger.Withdrawals;
import io.astrochrome.colorize.settings.ColorizeSettings;
import io.astrochrome.events.DecisionKind;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventType;
import io.astrochrome.events.ModelDecision;
import io.astrochrome.platform.CloudEvents;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/**
 * Sets a challenger aside here at once, and everywhere by a decision on the log. Instances that find the same fault write
 * the same decision. Thread-safe.
 */
@Singleton
final class PublishedWithdrawals implements Withdrawals {
    /** Writes {@code model-decisions.v1}. */
    static final String CHANNEL = "model-decisions";

    private static final String SERVICE = "colorize-service";
    private static final Logger LOG = Logger.getLogger(PublishedWithdrawals.class);

    private final MutinyEmitter<byte[]> emitter;
    private final ChallengerHolder challengers;
    private final ModelMeters meters;
    private final ColorizeSettings settings;

    PublishedWithdrawals(
            @Channel(CHANNEL) MutinyEmitter<byte[]> emitter,
            ChallengerHolder challengers,
            ModelMeters meters,
            ColorizeSettings settings) {
        this.emitter = emitter;
        this.challengers = challengers;
        this.meters = meters;
        this.settings = settings;
    }

    @Override
    public void withdraw(ChallengerWatch.Verdict verdict) {
        Optional<String> triedBy = challengers.clear(verdict.modelId());
        if (triedBy.isEmpty()) {
            return; // another is tried by now
        }
        meters.withdrawn();
        LOG.errorf("the challenger %s is set aside: %s", verdict.modelId(), verdict.reason());
        ModelDecision decision = new ModelDecision(
                triedBy.get() + "-withdrawn",
                ModelDecision.CHALLENGER,
                DecisionKind.WITHDRAWN,
                null,
                null,
                verdict.modelId(),
                verdict.modelId(),
                null,
                null,
                false,
                "while colouring, " + verdict.reason(),
                SERVICE,
                verdict.figures(),
                Instant.now());
        Uni.createFrom()
                .deferred(() -> emitter.sendMessage(CloudEvents.message(
                        EventType.MODEL_DECISION,
                        SERVICE,
                        decision.decisionId(),
                        decision.alias(),
                        EventCodec.toJson(decision))))
                .onFailure()
                .retry()
                .withBackOff(settings.retryFirst(), settings.retryMost())
                .indefinitely()
                .subscribe()
                .with(done -> {}, failure -> LOG.error("the withdrawal is not on the log", failure));
    }
}
