package io.astrochrome.imaging.color;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LabScaleTest {
    private static final Pattern COMMENTS_AND_STRINGS =
            Pattern.compile("/\\*.*?\\*/|//[^\n]*|\"[^\"\n]*\"", Pattern.DOTALL);

    /** Between L* and [-1, 1] there is a 50, between a* or b* and [-1, 1] a 110. */
    private static final Pattern THE_SCALES_NUMBERS = Pattern.compile("\\b110(\\.0)?f?\\b|[*/] 50(\\.0)?f?\\b");

    /** The same numbers elsewhere are milliseconds and such. */
    private static final Pattern SPEAKS_OF_COLOUR = Pattern.compile("(?i)lab|lstar|lightness|chroma");

    @Test
    void isTheOnlyOneThatKnowsTheNetworksUnits() throws IOException {
        Path project = Path.of("").toAbsolutePath().getParent().getParent();
        try (Stream<Path> files = Files.walk(project)) {
            List<Path> sources = files.filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> !file.toString().contains("/samples/")) // a test's own reckoning, on purpose
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();

            assertThat(sources).as("the project's sources").hasSizeGreaterThan(100);
            assertThat(sources)
                    .as("go through LabScale")
                    .filteredOn(LabScaleTest::hasTheScalesNumbers)
                    .extracting(file -> file.getFileName().toString())
                    .containsOnly("LabScale.java");
        }
    }

    private static boolean hasTheScalesNumbers(Path file) {
        try {
            String code = COMMENTS_AND_STRINGS.matcher(Files.readString(file)).replaceAll("");
            return SPEAKS_OF_COLOUR.matcher(code).find()
                    && THE_SCALES_NUMBERS.matcher(code).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
