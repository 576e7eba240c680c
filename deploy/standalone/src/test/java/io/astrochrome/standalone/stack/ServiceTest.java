package io.astrochrome.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceTest {
    @Test
    void aTrainerThatGetsNoProcessorDoesNotKeepTheFramesWaiting() {
        assertThat(Service.isWaitedFor("trainer")).isFalse();
        assertThat(List.of("infrastructure", "ingest", "preprocess-2", "colorize", "metrics"))
                .allMatch(Service::isWaitedFor);
    }

    @Test
    void theNetworkGoesFirstWhoLooksOnYieldsAndWhoLearnsYieldsToEverybody() {
        assertThat(Service.COLORIZE.jvm().niceness()).isZero();
        assertThat(List.of(Service.INGEST, Service.PREPROCESS))
                .allMatch(service -> isBetween(service, Service.COLORIZE, Service.METRICS));
        assertThat(Service.METRICS.jvm().niceness()).isLessThan(JvmProfile.LAST);
        assertThat(Service.TRAINER.jvm().niceness()).isEqualTo(JvmProfile.LAST);
    }

    private static boolean isBetween(Service service, Service before, Service after) {
        int niceness = service.jvm().niceness();
        return niceness > before.jvm().niceness() && niceness < after.jvm().niceness();
    }
}
