package io.astrochrome.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What was found once, and where fuzzing begins, is borne. */
class CorpusTest {
    private static final Path CORPUS = Path.of("corpus");

    @ParameterizedTest
    @MethodSource("inputs")
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isBorne(Target target, Path input) throws IOException {
        target.feed(Files.readAllBytes(input));
    }

    @ParameterizedTest
    @EnumSource
    void hasSomethingToBeginWith(Target target) throws IOException {
        try (Stream<Path> files = Files.list(CORPUS.resolve(target.id()))) {
            assertThat(files).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsBorneToo(Target target) throws IOException {
        target.feed(new byte[0]);
    }

    @Test
    void timesAreWrittenShort() {
        FuzzCommand.TimeConverter times = new FuzzCommand.TimeConverter();

        assertThat(times.convert("10m")).isEqualTo(Duration.ofMinutes(10));
        assertThat(times.convert("90s")).isEqualTo(Duration.ofSeconds(90));
        assertThatThrownBy(() -> times.convert("soon")).isInstanceOf(CommandLine.TypeConversionException.class);
    }

    static Stream<Arguments> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> Arguments.of(
                            Target.valueOf(
                                    file.getParent().getFileName().toString().toUpperCase(java.util.Locale.ROOT)),
                            file))
                    .toList()
                    .stream();
        }
    }
}
