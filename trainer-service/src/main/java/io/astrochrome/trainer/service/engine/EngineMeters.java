package io.astrochrome.trainer.service.engine;

import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import io.astrochrome.trainer.engine.ConvolutionWay;
import io.astrochrome.trainer.engine.EngineCheck;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Shows by which ways the engine computes convolutions, from the start on. */
@Singleton
class EngineMeters {
    private final Meters meters;

    EngineMeters(Meters meters) {
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        for (ConvolutionWay way : ConvolutionWay.values()) {
            meters.watch(
                    Meter.ENGINE_CONVOLUTIONS,
                    () -> EngineCheck.report().count(way),
                    way.name().toLowerCase(Locale.ROOT));
        }
    }
}
