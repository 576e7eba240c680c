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
    void whoLearnsYieldsToEverybody() {
        assertThat(Service.TRAINER.jvm().niceness()).isEqualTo(JvmProfile.LAST);
        assertThat(List.of(Service.INGEST, Service.PREPROCESS, Service.COLORIZE))
                .allMatch(service -> service.jvm().niceness() == 0);
    }
}
