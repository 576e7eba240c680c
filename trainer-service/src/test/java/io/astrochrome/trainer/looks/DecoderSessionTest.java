package io.astrochrome.trainer.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.engine.EngineCheck;
import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.TorchOps;
import io.astrochrome.trainer.engine.Value;
import io.astrochrome.trainer.export.OnnxModelFile;
import io.astrochrome.trainer.network.Generator;
import io.astrochrome.trainer.network.GeneratorSettings;
import io.astrochrome.trainer.network.encoder.Conventions;
import io.astrochrome.trainer.network.encoder.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecoderSessionTest {
    private static final int HEIGHT = 32;
    private static final int WIDTH = 64;
    private static final Generator GENERATOR = new Generator(
            GeneratorSettings.of(Encoder.MOBILENET_V2).withDecoderWidths(List.of(6, 5, 4, 3, 2)),
            Conventions.tensorflow());

    @TempDir
    private Path folder;

    private static NormalisedLab picture() {
        NormalisedLab picture = NormalisedLab.ofSize(WIDTH, HEIGHT);
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < picture.l().length; i++) {
            picture.l()[i] = (float) random.nextDouble(-1, 1);
        }
        return picture;
    }

    @Test
    void inOnnxRuntimeTheDecoderMakesWhatItMakesInTheEngine() throws IOException {
        EngineCheck.require(GENERATOR.convolutions());
        Path file = folder.resolve("decoder.onnx");
        NormalisedLab picture = picture();
        try (Parameters parameters = new Parameters(GENERATOR.parameters(), Precision.SINGLE, 4);
                Tape tape = Tape.silent(Precision.SINGLE)) {
            OnnxModelFile.writeDecoder(file, GENERATOR, parameters.save());
            TorchOps ops = new TorchOps(parameters, TorchOps.Mode.PREDICTION);
            Value l = tape.of(picture.l(), 1, 1, HEIGHT, WIDTH);
            List<Value> features = GENERATOR.encoder().forward(ops, l);
            List<Value> wanted = GENERATOR.decoded(ops, features, l).maps();

            try (DecoderSession session = new DecoderSession(file, GENERATOR.mapChannels())) {
                DecoderMaps maps = session.of(picture);

                assertThat(maps.channels()).containsExactly(5, 4, 3, 2);
                assertThat(maps.maps()).hasSameSizeAs(wanted);
                for (int map = 0; map < wanted.size(); map++) {
                    float[] whole = wanted.get(map).toFloats();
                    assertThat(maps.maps().get(map)).containsExactly(whole, within(1e-3f * largest(whole)));
                }
                float[] seen = GENERATOR.seen(ops, features).toFloats();
                assertThat(maps.seen()).hasSize(320).containsExactly(seen, within(1e-3f * largest(seen)));
                assertThat(maps.l()).isEqualTo(picture.l());
                assertThat(maps.depth()).isEqualTo(15);
            }
        }
    }

    private static float largest(float[] values) {
        float largest = 1e-6f;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    @Test
    void aFileThatIsNoModelIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.onnx"), "no model");

        assertThatIllegalStateException()
                .isThrownBy(() -> new DecoderSession(text, List.of(1)))
                .withMessageStartingWith("ONNX Runtime cannot open the decoder: ");
    }
}
