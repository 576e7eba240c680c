package io.astrochrome.bench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.trainer.network.Generator;
import io.astrochrome.trainer.network.GeneratorSettings;
import io.astrochrome.trainer.network.encoder.Conventions;
import io.astrochrome.trainer.network.encoder.Encoder;
import io.astrochrome.trainer.network.layer.Upsampling;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptedStepTest {
    static Stream<GeneratorSettings> generators() {
        return Stream.of(
                GeneratorSettings.of(Encoder.EFFICIENTNET_B0),
                GeneratorSettings.of(Encoder.RESNET34)
                        .withUpsampling(Upsampling.BILINEAR)
                        .withAttention(true, true));
    }

    @ParameterizedTest
    @MethodSource("generators")
    void theEngineAndOneScriptFindTheSameGradients(GeneratorSettings settings) {
        Generator generator =
                new Generator(settings.withDecoderWidths(List.of(16, 12, 8, 8, 8)), Conventions.of(settings.encoder()));
        try (ScriptedStep step = new ScriptedStep(generator, 2, 64)) {
            double through = step.throughOperations();
            assertThat(step.insideLibtorch()).isCloseTo(through, within(1e-4 * through));
        }
    }
}
