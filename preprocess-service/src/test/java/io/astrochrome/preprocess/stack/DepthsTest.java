package io.astrochrome.preprocess.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DepthsTest {
    @Test
    void growsByAboutHalfEachTime() {
        assertThat(IntStream.rangeClosed(0, 50).map(Depths::stepOf).distinct().toArray())
                .containsExactly(0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48);
    }
}
