package io.astrochrome.trainer.service.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import io.astrochrome.trainer.engine.ConvolutionWay;
import io.astrochrome.trainer.engine.EngineCheck;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @ParameterizedTest
    @EnumSource(ConvolutionWay.class)
    void everyWayHasAFigureFromTheStartOn(ConvolutionWay way) {
        new EngineMeters(new Meters(registry)).start(new StartupEvent());

        String label = Meter.ENGINE_CONVOLUTIONS.labels().get(0).key();
        assertThat(registry.getMeters())
                .filteredOn(meter ->
                        way.name().toLowerCase(Locale.ROOT).equals(meter.getId().getTag(label)))
                .singleElement()
                .satisfies(meter -> assertThat(((Gauge) meter).value())
                        .isEqualTo((double) EngineCheck.report().count(way)));
    }
}
