package io.astrochrome.colorize.decision;

import io.astrochrome.events.ModelDecision;
import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import io.astrochrome.meters.ModelLabel;
import io.astrochrome.model.ColourModel;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What becomes of decisions, and which models work. Thread-safe. */
@Singleton
final class ModelMeters {
    private final MeterRegistry registry;
    private final Meters meters;

    ModelMeters(MeterRegistry registry, Meters meters) {
        this.registry = registry;
        this.meters = meters;
        for (String alias : new String[] {"champion", "challenger"}) {
            registry.counter("astrochrome.model.swaps", "alias", alias);
        }
    }

    void swapped(String alias, Instant decidedAt) {
        registry.counter("astrochrome.model.swaps", "alias", alias).increment();
        registry.timer("astrochrome.model.swap", "alias", alias)
                .record(Duration.between(decidedAt, Instant.now()).abs());
    }

    void refused(String alias, String rule) {
        registry.counter("astrochrome.models.refused", "alias", alias, "rule", rule)
                .increment();
    }

    void withdrawn() {
        registry.counter("astrochrome.challengers.withdrawn").increment();
    }

    /** Which models are loaded now; the challenger is null where there is none. */
    void loaded(ColourModel champion, ColourModel challenger) {
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
