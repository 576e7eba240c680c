package io.astrochrome.metrics.registry.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptsTest {
    @TempDir
    Path folder;

    @Test
    void areCountedOverTheEndOfTheProcessUntilOneEndsWell() {
        assertThat(new Attempts(folder).begin("model")).isZero();
        assertThat(new Attempts(folder).begin("model")).isEqualTo(1);
        assertThat(new Attempts(folder).begin("other")).isZero();

        new Attempts(folder).end("model");

        assertThat(new Attempts(folder).begin("model")).isZero();
    }
}
