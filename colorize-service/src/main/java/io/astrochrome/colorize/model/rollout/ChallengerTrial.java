package io.astrochrome.colorize.model.rollout;

import io.astrochrome.colorize.inference.ColouredFrame;
import io.astrochrome.colorize.model.ServedModels;
import io.astrochrome.colorize.settings.ColorizeSettings;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventType;
import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.events.model.DecisionKind;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.platform.CloudEvents;
import io.astrochrome.platform.retry.Retry;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/**
 * What frames say of the challenger, counted and judged. One that fails too often or is too slow is set aside: here at once,
 * and everywhere by a decision on the log; instances that find the same fault write the same decision. Thread-safe; returns
 * soon.
 */
@Singleton
public final class ChallengerTrial {
    /** Writes {@code model-decisions.v1}. */
    static final String CHANNEL = "model-decisions";

    private static final String SERVICE = "colorize-service";
    private static final Logger LOG = Logger.getLogger(ChallengerTrial.class);

    private final ServedModels models;
    private final ChallengerWatch watch;
    private final MutinyEmitter<byte[]> emitter;
    private final ModelMeters meters;
    private final Retry retry;

    ChallengerTrial(
            ServedModels models,
            ChallengerWatch watch,
            @Channel(CHANNEL) MutinyEmitter<byte[]> emitter,
            ModelMeters meters,
            ColorizeSettings settings) {
        this.models = models;
        this.watch = watch;
        this.emitter = emitter;
        this.meters = meters;
        this.retry = settings.retry();
    }

    /** The champion coloured these, which a challenger's pace is held against. */
    public void championTook(List<ColouredFrame> frames) {
        frames.forEach(frame -> watch.championTook(frame.inferenceMillis(), pixels(frame)));
    }

    /** The canary coloured these. */
    public void canaryTook(List<ColouredFrame> frames) {
        frames.forEach(frame -> {
            meters.tried(ChallengerMode.CANARY, "coloured");
            watch.challengerTook(frame.modelId(), frame.inferenceMillis(), pixels(frame))
                    .ifPresent(this::withdraw);
        });
    }

    /** The challenger coloured a frame unseen, when nothing else was to do: that says nothing of its pace. */
    public void colouredUnseen() {
        meters.tried(ChallengerMode.SHADOW, "coloured");
    }

    /** A frame was passed over, because the challenger that colours unseen is behind. */
    public void passedOver() {
        meters.tried(ChallengerMode.SHADOW, "shed");
    }

    /** The challenger could not colour a frame. */
    public void failed(ChallengerMode mode, String modelId, RuntimeException failure) {
        meters.tried(mode, "failed");
        watch.challengerFailed(modelId, failure).ifPresent(this::withdraw);
    }

    private void withdraw(ChallengerWatch.Verdict verdict) {
        Optional<String> triedBy = models.setAside(verdict.modelId());
        if (triedBy.isEmpty()) {
            return; // another is tried by now
        }
        meters.withdrawn();
        LOG.errorf("the challenger %s is set aside: %s", verdict.modelId(), verdict.reason());
        publish(new ModelDecision(
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
                Instant.now()));
    }

    private void publish(ModelDecision decision) {
        retry.eventually(
                        "withdrawing the challenger " + decision.subjectModelId(),
                        failure -> true,
                        () -> emitter.sendMessage(CloudEvents.message(
                                EventType.MODEL_DECISION,
                                SERVICE,
                                decision.decisionId(),
                                decision.alias(),
                                EventCodec.toJson(decision))))
                .subscribe()
                .with(done -> {}, failure -> LOG.error("the withdrawal is not on the log", failure));
    }

    private static long pixels(ColouredFrame frame) {
        return frame.tensor().geometry().pixels();
    }
}
