package io.astrochrome.colorize.stream.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.colorize.stream.queue.ColorizeMeters;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.StretchApplied;
import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.tensors.TensorGrid;
import io.astrochrome.testkit.model.TinyModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFitTest {
    private static final String ID = "a".repeat(64);

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ModelFit watch = new ModelFit(new ColorizeMeters(new Meters(registry)));

    private static LabTensor tensor(Purpose purpose, int width, int height) {
        FrameIngested frame = new FrameIngested(
                ID,
                "M 31",
                new ObjectReference("test", "frames/" + ID, 1, ID),
                "image/fits",
                "m31.fits",
                purpose,
                "test",
                null,
                Instant.EPOCH,
                null,
                Map.of());
        return new LabTensor(
                frame,
                new TensorGrid(width, height, width, height, width, height),
                new StretchApplied("none", "frame", Map.of()),
                null,
                Instant.EPOCH,
                new short[width * height],
                null,
                null);
    }

    private double undersized() {
        var counter = registry.find("astrochrome.undersized.frames").counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void countsLiveFramesThatAreSmallerThanWhatTheModelWasTrainedAt() throws Exception {
        Path file = TinyModel.named("wide").with("astrochrome.side", "320").write(folder.resolve("wide.onnx"));
        try (ColourModel wide = ColourModel.load(file, SessionSettings.cpu(1))) {
            watch.look(wide, tensor(Purpose.LIVE, 320, 224));
            watch.look(wide, tensor(Purpose.LIVE, 320, 224));
            assertThat(undersized()).isEqualTo(2);

            watch.look(wide, tensor(Purpose.LIVE, 480, 320));
            watch.look(wide, tensor(Purpose.VALIDATION, 224, 224));
            watch.look(wide, tensor(Purpose.LIVE, 3008, 96));
            assertThat(undersized()).as("large enough, no live frame, a strip").isEqualTo(2);
        }
        assertThat(Meter.UNDERSIZED.prometheusName()).isEqualTo("astrochrome_undersized_frames_total");
    }
}
