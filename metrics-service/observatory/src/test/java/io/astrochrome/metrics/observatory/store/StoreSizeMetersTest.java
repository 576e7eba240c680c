package io.astrochrome.metrics.observatory.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.astrochrome.embedded.EmbeddedStore;
import io.astrochrome.meters.Meters;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.StoreSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreSizeMetersTest {
    private static final String ID = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Meters meters = new Meters(registry);

    private record Config(Duration measureEvery, long capacityBytes) implements StoreSizeConfig {}

    private StoreSizeMeters meters(MinioObjectStore store, Duration every, long capacityBytes) {
        return new StoreSizeMeters(store, meters, new Config(every, capacityBytes));
    }

    private double shown(String name, String... tags) {
        Gauge gauge = registry.find(name).tags(tags).gauge();
        assertThat(gauge).as(name).isNotNull();
        return gauge.value();
    }

    @Test
    void showsEachKindFromTheStartAndThenWhatThereIs(@TempDir Path folder) throws Exception {
        try (EmbeddedStore server = new EmbeddedStore(folder, 0, "access", "secret");
                MinioObjectStore store =
                        new MinioObjectStore(new StoreSettings(server.endpoint(), "access", "secret"))) {
            store.put(ObjectKeys.frame(ID), new byte[1000], "image/fits");
            store.put(ObjectKeys.colorized(ID, ID, "png"), new byte[20], "image/png");
            store.put(ObjectKeys.colorized(ID, ID, "jpg"), new byte[3], "image/jpeg");

            StoreSizeMeters unhurried = meters(store, Duration.ofHours(1), 5000);
            unhurried.start(null);
            unhurried.stop(null);
            assertThat(shown("astrochrome.store.size", "kind", "frames")).isZero();
            assertThat(shown("astrochrome.store.objects", "kind", "stack-orders"))
                    .isZero();
            assertThat(shown("astrochrome.store.capacity")).isEqualTo(5000);

            StoreSizeMeters hurried = meters(store, Duration.ofMillis(10), 5000);
            hurried.start(null);
            await().untilAsserted(() -> {
                assertThat(shown("astrochrome.store.size", "kind", "frames")).isEqualTo(1000);
                assertThat(shown("astrochrome.store.size", "kind", "colorized")).isEqualTo(23);
                assertThat(shown("astrochrome.store.objects", "kind", "colorized"))
                        .isEqualTo(2);
            });
            hurried.stop(null);
        }
    }

    @Test
    void refusesWhatIsNoSpanAndNoSize() {
        assertThatThrownBy(() -> meters(null, Duration.ZERO, 0)).hasMessageContaining("measure-every");
        assertThatThrownBy(() -> meters(null, Duration.ofHours(1), -1)).hasMessageContaining("capacity-bytes");
    }
}
