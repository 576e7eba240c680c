package io.astrochrome.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.testkit.StoredDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README promises is held by tests that there are. */
class PromisesTest {
    private static final Path PROJECT = StoredDocument.project();
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|IT))\\.(\\w+)`");

    @Test
    void eachIsHeldByATestThatThereIs() throws IOException {
        String readme = Files.readString(PROJECT.resolve("README.md"));
        String promises = readme.substring(readme.indexOf("## Promises"), readme.indexOf("## Figures"));
        List<String> rows = promises.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| promise"))
                .toList();

        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            List<MatchResult> tests = TEST.matcher(row).results().toList();
            assertThat(tests).isNotEmpty();
            for (MatchResult test : tests) {
                assertThat(source(test.group(1))).contains("    void " + test.group(2) + "(");
            }
        });
    }

    private static String source(String test) throws IOException {
        try (Stream<Path> files = Files.find(
                PROJECT,
                Integer.MAX_VALUE,
                (file, attributes) -> file.getFileName().toString().equals(test + ".java")
                        && file.toString().contains("src/test/java"))) {
            return Files.readString(files.findFirst().orElseThrow(() -> new AssertionError("there is no " + test)));
        }
    }
}
