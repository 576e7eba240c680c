package io.astrochrome.bench.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.DataBufferUShort;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PngBenchmarkTest {
    private final PngBenchmark benchmark = new PngBenchmark();

    @BeforeEach
    void draw() throws IOException {
        benchmark.draw();
    }

    @AfterEach
    void delete() throws IOException {
        benchmark.delete();
    }

    @Test
    void bothWritersWriteTheSamePicture() throws IOException {
        short[] own = samples(benchmark.own());

        assertThat(own).hasSize(3 * 2048 * 2048).isEqualTo(samples(benchmark.imageIo()));
    }

    private static short[] samples(Path png) throws IOException {
        return ((DataBufferUShort) ImageIO.read(png.toFile()).getRaster().getDataBuffer()).getData();
    }
}
