package io.astrochrome.trainer.engine;

import io.astrochrome.trainer.network.Critic;
import io.astrochrome.trainer.network.CriticKind;
import io.astrochrome.trainer.network.CriticSettings;
import io.astrochrome.trainer.network.Generator;
import io.astrochrome.trainer.network.GeneratorSettings;
import io.astrochrome.trainer.network.encoder.Conventions;
import io.astrochrome.trainer.network.encoder.Encoder;
import java.nio.file.Path;
import java.util.List;

/**
 * A process of its own that checks its engine for a generator and a critic with channels that fill vectors in part, keeping
 * nothing of what others found, and says what goes round. Ends with 0 where everything is right or has a right way.
 */
final class CheckedProcess {
    private CheckedProcess() {}

    public static void main(String[] arguments) {
        Convolutions.replace(new Convolutions(RawConvolution.OF_THE_LIBRARY, Path.of(arguments[0])));
        GeneratorSettings settings =
                GeneratorSettings.of(Encoder.EFFICIENTNET_LITE0).withDecoderWidths(List.of(72, 40, 24, 12, 8));
        Generator generator = new Generator(settings, Conventions.of(settings.encoder()));
        Critic critic = new Critic(new CriticSettings(CriticKind.COMPLEX, 24, 0));
        EngineCheck.require(generator.convolutions(), critic.convolutions());
        EngineReport report = EngineCheck.report();
        System.out.println("checked " + report.checked());
        report.detours().forEach(detour -> System.out.println("detour " + detour));
    }
}
