package io.astrochrome.metrics;

import io.astrochrome.testkit.model.TinyModel;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A service with a shipped model, and rules that need few frames and little time. */
public final class CircleProfile implements QuarkusTestProfile {
    static final TinyModel TRUTH = TinyModel.named("truth").slope(0.3f);
    static final TinyModel SHIPPED = TinyModel.named("shipped").slope(0.45f);

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path folder =
                    Files.createTempDirectory(Path.of("target"), "circle-").toAbsolutePath();
            return Map.of(
                    "astrochrome.metrics.models.shipped",
                            SHIPPED.write(folder.resolve("champion.onnx")).toString(),
                    "astrochrome.metrics.scoring.state-directory",
                            folder.resolve("state").toString(),
                    "astrochrome.metrics.gate.least-frames", "3",
                    "astrochrome.metrics.retraining.look-every", "300ms",
                    "astrochrome.metrics.retraining.new-frames.frames", "5",
                    "astrochrome.metrics.retraining.drift.frames", "4",
                    "astrochrome.metrics.retraining.gain.frames", "3",
                    "astrochrome.metrics.retraining.schedule.every", "P30D",
                    "astrochrome.metrics.retraining.rollback.frames", "3");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
