package io.astrochrome.colorize.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.platform.retry.Retry;
import io.astrochrome.storage.StoreUnavailableException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorizeSettingsTest {
    private static final int CONVERTER_PRIORITY = 200;

    private static ColorizeSettings settings(Map<String, String> values) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, CONVERTER_PRIORITY, new DurationConverter())
                .withMapping(ColorizeConfig.class)
                .withDefaultValue("astrochrome.colorize.model", "model.onnx")
                .withDefaultValues(values)
                .build();
        return ColorizeSettings.of(config.getConfigMapping(ColorizeConfig.class));
    }

    @Test
    void keepTheirRulesByDefault() {
        assertThat(settings(Map.of()).session().intraOpThreads())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void giveTheProcessAFolderInWhichNothingOfAKilledOneLies(@TempDir Path folder) throws IOException {
        Map<String, String> values = Map.of("astrochrome.colorize.scratch", folder.toString());
        Files.writeString(settings(values).scratch().resolve("model-1.onnx"), "of one that was killed");

        Path scratch = settings(values).scratch();

        assertThat(scratch).hasParent(folder).isEmptyDirectory();
    }

    @Test
    void waitForAFullDiskAndForTheStoreAndForNothingElse() throws IOException {
        Map<String, String> quick =
                Map.of("astrochrome.colorize.retry-first", "1ms", "astrochrome.colorize.retry-most", "1ms");
        List<Exception> passing = new ArrayList<>(List.of(
                new StoreUnavailableException("away", null),
                new IOException("No space left on device"),
                new UncheckedIOException("x cannot be written", new IOException("No space left on device"))));
        try (Retry retry = settings(quick).retry()) {
            assertThat(retry.until("it", () -> {
                        if (!passing.isEmpty()) {
                            throwing(passing.remove(0));
                        }
                        return "done";
                    }))
                    .hasValue("done");
            assertThatThrownBy(() -> retry.until("it", () -> {
                        throw new IOException("not a luminance file");
                    }))
                    .hasMessage("not a luminance file");
        }
    }

    private static void throwing(Exception failure) throws IOException {
        if (failure instanceof IOException checked) {
            throw checked;
        }
        throw (RuntimeException) failure;
    }

    @ParameterizedTest
    @CsvSource({
        "max-batch, 0",
        "max-under-way, 0",
        "composers, 0",
        "composing-megapixels, -1",
        "intra-op-threads, -1",
        "preview-side, 3",
        "preview-quality, 1.5",
        "png-level, 10",
        "retry-first, 0s",
        "retry-most, 1ms",
        "stall-after, 0s"
    })
    void nameTheKeyThatBreaksOne(String key, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of("astrochrome.colorize." + key, value)))
                .withMessageContaining("astrochrome.colorize." + key);
    }
}
