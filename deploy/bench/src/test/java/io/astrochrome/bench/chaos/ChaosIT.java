package io.astrochrome.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.bench.stream.Workplace;
import io.astrochrome.standalone.stack.Home;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole stream while processes are killed, stand still and crawl, and frames, records and models are as they should not be. */
class ChaosIT {
    @Test
    void eachFrameHasItsFateOnce(@TempDir Path folder) throws Exception {
        var measurement = ChaosMeasurement.of(new Workplace(Home.current(), folder), "test", 150, 11);

        var figures = measurement.measure(step -> {});

        assertThat(figures)
                .filteredOn(figure -> figure.unit().isEmpty())
                .hasSizeGreaterThan(5)
                .allSatisfy(figure ->
                        assertThat(figure.isReached()).as(figure.toString()).isTrue());
    }
}
