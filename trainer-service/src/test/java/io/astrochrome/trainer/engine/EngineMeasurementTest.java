package io.astrochrome.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.trainer.network.layer.ConvShape;
import io.astrochrome.trainer.network.layer.Feature;
import io.astrochrome.trainer.network.layer.Padding;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineMeasurementTest {
    private static final ConvShape IN_PART = new ConvShape(24, 32, 3, 1, 1, false, Padding.symmetric(3));
    private static final ConvShape WHOLE = new ConvShape(32, 16, 3, 1, 1, false, Padding.symmetric(3));

    @TempDir
    Path folder;

    @Test
    void whatFillsVectorsInPartGoesTheWayThatIsMeasured() {
        Convolutions before = Convolutions.replace(new Convolutions(RawConvolution.OF_THE_LIBRARY, folder));
        try {
            EngineCheck.require(Map.of(IN_PART, new Feature(24, 8, 8), WHOLE, new Feature(32, 8, 8)));
            ConvolutionWay usual = Convolutions.current().way(WHOLE);

            EngineMeasurement.through(ConvolutionWay.UNFOLDED, () -> {
                EngineCheck.require(Map.of(IN_PART, new Feature(24, 8, 8)));
                assertThat(Convolutions.current().way(IN_PART)).isEqualTo(ConvolutionWay.UNFOLDED);
                assertThat(Convolutions.current().way(WHOLE)).isEqualTo(usual);
            });

            EngineMeasurement.through(
                    ConvolutionWay.PLAIN,
                    () -> assertThat(Convolutions.current().way(IN_PART)).isEqualTo(ConvolutionWay.PLAIN));
        } finally {
            Convolutions.replace(before);
        }
    }
}
