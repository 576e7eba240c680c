package io.astrochrome.colorize.stream;

import io.astrochrome.testkit.model.TinyModel;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Configures the service with a tiny model that palettes steer, short waits, and a stall that shows soon. */
public final class TinyModelResource implements QuarkusTestResourceLifecycleManager {
    static final TinyModel MODEL = TinyModel.named("tiny").palette(28);

    private Path file;

    @Override
    public Map<String, String> start() {
        try {
            file = MODEL.write(Files.createTempFile("tiny", ".onnx"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "astrochrome.colorize.model", file.toString(),
                "astrochrome.colorize.intra-op-threads", "1",
                "astrochrome.colorize.retry-first", "50ms",
                "astrochrome.colorize.retry-most", "200ms",
                "astrochrome.colorize.stall-after", "1s");
    }

    @Override
    public void stop() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
