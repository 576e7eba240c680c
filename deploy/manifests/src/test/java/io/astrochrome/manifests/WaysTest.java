package io.astrochrome.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.testkit.StoredDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who follows a frame or a model through the code is told which classes to open, and there are not too many of them. */
class WaysTest {
    private static final Path PROJECT = StoredDocument.project();
    private static final Pattern IN_THE_CODE = Pattern.compile("In the code: ([^.]*)\\.\\n");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");

    /** The numbers only go down. */
    @ParameterizedTest
    @CsvSource({"A frame's way, 39", "A model's way, 30"})
    void namesClassesThatThereAre(String way, int most) throws IOException {
        List<String> named = classes(section(way));
        Set<String> there = sources();

        assertThat(named).isNotEmpty().hasSizeLessThanOrEqualTo(most).allSatisfy(name -> assertThat(there)
                .contains(name));
    }

    private static List<String> classes(String section) {
        return IN_THE_CODE
                .matcher(section)
                .results()
                .flatMap(told -> CLASS.matcher(told.group(1)).results())
                .map(name -> name.group(1))
                .toList();
    }

    private static String section(String way) throws IOException {
        String text = Files.readString(PROJECT.resolve("deploy/docs/architecture.md"));
        int begin = text.indexOf("## " + way + "\n");
        assertThat(begin).isNotNegative();
        return text.substring(begin, text.indexOf("\n## ", begin));
    }

    private static Set<String> sources() throws IOException {
        try (Stream<Path> files = Files.find(
                PROJECT,
                Integer.MAX_VALUE,
                (file, attributes) -> file.toString().contains("src/main/java")
                        && file.toString().endsWith(".java"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
