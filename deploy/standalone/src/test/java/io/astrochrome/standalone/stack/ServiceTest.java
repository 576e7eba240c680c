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
        assertThat(Service.COLORIZE.nicenessAtWork()).isZero();
        assertThat(List.of(Service.INGEST, Service.PREPROCESS))
                .allMatch(service -> service.nicenessAtWork() > 0)
                .allMatch(service -> service.nicenessAtWork() < Service.METRICS.nicenessAtWork());
        assertThat(Service.METRICS.nicenessAtWork()).isLessThan(Service.TRAINER.nicenessAtWork());
        assertThat(Service.TRAINER.jvm().niceness()).isEqualTo(JvmProfile.LAST);
    }

    @Test
    void nobodyWaitsAtTheStartWhomTheFirstFrameWaitsFor() {
        assertThat(List.of(Service.INGEST, Service.PREPROCESS, Service.COLORIZE))
                .allMatch(service -> service.jvm().niceness() == 0);
    }
}
