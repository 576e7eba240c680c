package io.astrochrome.metrics.registry.retraining;

import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.events.model.ModelPublished;
import io.astrochrome.events.training.RetrainReason;
import io.astrochrome.events.training.RetrainRequest;
import io.astrochrome.imaging.quality.LightnessStatistics;
import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import io.astrochrome.metrics.registry.decisions.ModelRegistry;
import io.astrochrome.metrics.registry.tensors.TensorIndex;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks now and then whether it is time for a new model, and whether the champion may stay. The request for one cause has
 * one id, however often and by however many instances it is seen; a reason that has asked is quiet for a while.
 */
@ApplicationScoped
public class RetrainingScheduler {
    private static final Logger LOG = Logger.getLogger(RetrainingScheduler.class);
    private static final String NAME = "metrics-service";

    private final RetrainingConfig config;
    private final ModelRegistry registry;
    private final TensorIndex tensors;
    private final ScoreFollower quality;
    private final RetrainRequests requests;
    private final ChampionRules rules;
    private final Meters meters;
    private final LightnessDriftTrigger lightness;
    private final List<Trigger> triggers;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread worker = new Thread(task, "retraining-scheduler");
        worker.setDaemon(true);
        return worker;
    });

    private Future<?> looks = CompletableFuture.completedFuture(null);
    private volatile Map<String, Double> drift = Map.of();

    RetrainingScheduler(
            RetrainingConfig config,
            ModelRegistry registry,
            TensorIndex tensors,
            ScoreFollower quality,
            RetrainRequests requests,
            ChampionRules rules,
            Meters meters) {
        this.config = config;
        this.registry = registry;
        this.tensors = tensors;
        this.quality = quality;
        this.requests = requests;
        this.rules = rules;
        this.meters = meters;
        this.lightness = lightness(config);
        this.triggers = triggers(config);
    }

    private static LightnessDriftTrigger lightness(RetrainingConfig config) {
        return new LightnessDriftTrigger(
                config.drift().frames(),
                config.drift().lightness(),
                config.drift().background());
    }

    static List<Trigger> triggers(RetrainingConfig config) {
        return List.of(
                new NewFramesTrigger(config.newFrames().frames()),
                lightness(config),
                new GainTrigger(config.gain().frames(), config.gain().fall()),
                new ScheduleTrigger(config.schedule().every().orElse(null)));
    }

    void start(@Observes StartupEvent event) {
        long millis = config.lookEvery().toMillis();
        looks = thread.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        looks.cancel(true);
        thread.shutdown();
    }

    private void look() {
        try {
            if (config.enabled()
                    && registry.isCaughtUp()
                    && tensors.isCaughtUp()
                    && quality.isCaughtUp()
                    && requests.isCaughtUp()) {
                Observations seen = observe(Instant.now());
                tellOfDrift(seen);
                triggers.forEach(trigger -> trigger.look(seen).ifPresent(alarm -> ask(alarm, seen.now())));
                rules.apply(quality.scores(), seen.now());
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "the next look is in %s", config.lookEvery());
        }
    }

    private void tellOfDrift(Observations seen) {
        drift = Map.copyOf(new TreeMap<>(lightness.ratios(seen)));
        Map<List<String>, Double> rows = new HashMap<>();
        drift.forEach((signal, ratio) -> rows.put(List.of(signal), ratio));
        meters.replace(Meter.DRIFT, rows);
    }

    /** How far live frames were from those the champion learnt from at the last look, over the limits, by signal. */
    public Map<String, Double> drift() {
        return drift;
    }

    private Observations observe(Instant now) {
        Optional<ModelDecision> champion = registry.championSince();
        Optional<ModelPublished> model = champion.flatMap(held -> registry.model(held.requireModelId()));
        Map<String, Double> trainedOn = model.map(ModelPublished::trainedOn).orElse(Map.of());
        return new Observations(
                now,
                champion.map(ModelDecision::modelId).orElse(null),
                tensors.trainingFramesSince(
                        model.map(ModelPublished::publishedAt).orElse(now)),
                LightnessStatistics.isNamedIn(trainedOn) ? LightnessStatistics.ofNamed(trainedOn) : null,
                tensors.live(),
                champion.map(held -> gains(held.requireModelId())).orElse(Map.of()));
    }

    private Map<String, List<Double>> gains(String modelId) {
        Map<String, List<Double>> gains = new TreeMap<>();
        for (String target : quality.scores().targets(modelId)) {
            gains.put(
                    target,
                    quality.scores().of(target, modelId).stream()
                            .map(ScoreHistory.Scored::gainDecibels)
                            .toList());
        }
        return gains;
    }

    private void ask(Alarm alarm, Instant now) {
        Duration quiet = config.coolDown();
        if (isQuiet(alarm.reason(), requests.last(alarm.reason()), now, quiet)) {
            return;
        }
        requests.ask(new RetrainRequest(
                requestId(alarm, now, quiet), alarm.reason(), config.recipe(), alarm.detail(), NAME, now));
    }

    /** Whether a reason has asked just now. The clock is not asked for quiet: how often it asks is what its span says. */
    static boolean isQuiet(RetrainReason reason, Optional<Instant> last, Instant now, Duration quiet) {
        return reason != RetrainReason.SCHEDULE
                && last.filter(at -> at.plus(quiet).isAfter(now)).isPresent();
    }

    /** Drift may last: it asks again when the quiet time is over. */
    static String requestId(Alarm alarm, Instant now, Duration quiet) {
        String id = alarm.reason().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + alarm.cause();
        return alarm.reason() == RetrainReason.DRIFT
                ? id + "-" + now.toEpochMilli() / Math.max(1, quiet.toMillis())
                : id;
    }
}
