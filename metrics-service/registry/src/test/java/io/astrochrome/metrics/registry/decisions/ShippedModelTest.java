package io.astrochrome.metrics.registry.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedModelTest {
    @TempDir
    private Path folder;

    private final Decisions decisions = new Decisions();

    private ShippedModel shipped(Path file) {
        return new ShippedModel(() -> file, decisions.registry(), decisions.writer(), decisions.events(), null);
    }

    @Test
    void whereNoneShipsHistoryBeginsWithTheFirstThatIsPublished() {
        for (Path none : new Path[] {folder.resolve("none.onnx"), folder}) {
            ShippedModel shipped = shipped(none);
            assertThat(shipped.isSettled()).isFalse();

            shipped.start(null);

            assertThat(shipped.isSettled()).as(none.toString()).isTrue();
        }
        assertThat(decisions.events().written()).isEmpty();
    }
}
