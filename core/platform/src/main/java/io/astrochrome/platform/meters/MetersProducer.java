package io.astrochrome.platform.meters;

import io.astrochrome.meters.Label;
import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import io.astrochrome.platform.disk.DiskRoom;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** The service's one set of meters, with the process's memory among them from the start. */
@Singleton
final class MetersProducer {
    @Produces
    @Startup
    @Singleton
    Meters meters(MeterRegistry registry, MeterBounds bounds, DiskRoom disk) {
        Meters meters = new Meters(
                registry,
                Map.of(
                        Label.TARGET, positive("max-targets", bounds.maxTargets()),
                        Label.MODEL, positive("max-models", bounds.maxModels())));
        if (ProcessMemory.isKnown()) {
            meters.watch(Meter.RESIDENT_MEMORY, ProcessMemory::residentBytes);
            meters.watch(Meter.NATIVE_MEMORY, ProcessMemory::nativeBytes);
        }
        meters.watch(Meter.DISK_FREE, disk::freeBytes);
        return meters;
    }

    private static int positive(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("astrochrome.meters." + key + " must be positive, not " + value);
        }
        return value;
    }
}
