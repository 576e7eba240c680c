package io.astrochrome.colorize.model.rollout;

import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import io.astrochrome.meters.ModelLabel;
import io.astrochrome.model.ColourModel;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of decisions, and which models work. Thread-safe. */
@Singleton
final class ModelMeters {
    private final Meters meters;

    ModelMeters(Meters meters) {
        this.meters = meters;
        for (String alias : List.of(ModelDecision.CHAMPION, ModelDecision.CHALLENGER)) {
            meters.count(Meter.MODEL_SWAPS, 0, alias);
        }
        for (ChallengerMode mode : List.of(ChallengerMode.SHADOW, ChallengerMode.CANARY)) {
            for (String outcome : List.of("coloured", "failed")) {
                meters.count(Meter.CHALLENGER_FRAMES, 0, label(mode), outcome);
            }
        }
        meters.count(Meter.CHALLENGERS_WITHDRAWN, 0);
    }

    void swapped(String alias, Instant decidedAt) {
        meters.count(Meter.MODEL_SWAPS, alias);
        meters.time(Meter.MODEL_SWAP, Duration.between(decidedAt, Instant.now()), alias);
    }

    void refused(String alias, String rule) {
        meters.count(Meter.MODELS_REFUSED, alias, rule);
    }

    /** A challenger was given a frame. */
    void tried(ChallengerMode mode, String outcome) {
        meters.count(Meter.CHALLENGER_FRAMES, label(mode), outcome);
    }

    private static String label(ChallengerMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    void withdrawn() {
        meters.count(Meter.CHALLENGERS_WITHDRAWN);
    }

    /** Which models are loaded now; the challenger is null where there is none. */
    void loaded(ColourModel champion, @Nullable ColourModel challenger) {
        Map<List<String>, Double> loaded = new HashMap<>();
        loaded.put(labels(ModelDecision.CHAMPION, champion), 1.0);
        if (challenger != null) {
            loaded.put(labels(ModelDecision.CHALLENGER, challenger), 1.0);
        }
        meters.replace(Meter.MODEL_INFO, loaded);
    }

    private static List<String> labels(String alias, ColourModel model) {
        return List.of(alias, ModelLabel.of(model.modelId()), model.metadata().name(), model.executionProvider());
    }
}
