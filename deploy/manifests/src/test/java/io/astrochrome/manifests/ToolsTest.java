package io.astrochrome.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.testkit.StoredDocument;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The least versions of the tools that build, which the script checks before Maven can. */
class ToolsTest {
    @ParameterizedTest
    @CsvSource({"least_java, requireJavaVersion", "least_maven, requireMavenVersion"})
    void areTheSameToTheScriptAndToMaven(String variable, String rule) throws IOException {
        var project = StoredDocument.project();
        var least = Files.readAllLines(project.resolve("run")).stream()
                .filter(line -> line.startsWith("readonly " + variable + "="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();

        assertThat(Files.readString(project.resolve("pom.xml")))
                .containsPattern("<" + rule + ">\\s*<version>\\[" + least + ",\\)</version>");
    }
}
