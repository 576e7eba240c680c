package io.astrochrome.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.astrochrome.events.Purpose;
import io.astrochrome.trainer.data.DataException;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.Pictures;
import io.astrochrome.trainer.data.TensorStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MeasureOptionsTest {
    private static MeasureOptions options(String... arguments) {
        MeasureOptions options = new MeasureOptions();
        new CommandLine(options).parseArgs(arguments);
        return options;
    }

    @Test
    void theSplitThatIsAskedForIsMeasuredOn(@TempDir Path folder) throws Exception {
        PictureSet pictures = Pictures.fill(new TensorStore(folder), 3, 2);

        assertThat(options().chosen(pictures)).isEqualTo(pictures.of(Purpose.VALIDATION));
        assertThat(options("--split", "Train").chosen(pictures)).isEqualTo(pictures.of(Purpose.TRAIN));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> options("--split", "train").chosen(pictures.of(Purpose.VALIDATION)))
                .withMessage("there are no pictures of the split train");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--split", "test").chosen(pictures))
                .withMessage("--split must be train or validation, not test");
    }

    @Test
    void theCropsHaveTheSideThatIsAskedFor() {
        assertThat(options().crop().side()).isEqualTo(224);
        assertThat(options("--side", "96").crop().side()).isEqualTo(96);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--side", "100").crop())
                .withMessageContaining("multiple of 32, not 100");
    }

    @Test
    void arithmeticHasAThreadAtLeast() {
        String key = "ai.djl.pytorch.num_threads";
        String before = System.getProperty(key);
        try {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NativeThreads.use(0))
                    .withMessage("--threads must be at least 1, not 0");
            NativeThreads.use(null);
            assertThat(System.getProperty(key)).as("as many as it takes").isEqualTo(before);
            NativeThreads.use(3);
            assertThat(System.getProperty(key)).isEqualTo("3");
        } finally {
            if (before == null) {
                System.clearProperty(key);
            } else {
                System.setProperty(key, before);
            }
        }
    }
}
