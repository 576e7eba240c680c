package io.astrochrome.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.testkit.StoredDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What users notice, in the form of Keep a Changelog 1.1.0. */
class ChangelogTest {
    private static final Pattern RELEASE = Pattern.compile("## \\[\\d+\\.\\d+\\.\\d+] - \\d{4}-\\d{2}-\\d{2}");
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>astrochrome</artifactId>\\s*<version>(.*)</version>");

    private static List<String> lines;

    @BeforeAll
    static void read() throws IOException {
        lines = Files.readAllLines(StoredDocument.project().resolve("CHANGELOG.md"));
    }

    @Test
    void beginsWithWhatIsNotReleasedYetAndGivesEachReleaseItsDay() {
        var sections = lines.stream().filter(line -> line.startsWith("## ")).toList();

        assertThat(sections.get(0)).isEqualTo("## [Unreleased]");
        assertThat(sections.subList(1, sections.size()))
                .allSatisfy(section -> assertThat(section).matches(RELEASE));
    }

    @Test
    void sortsChangesByTheKindsThatReadersKnow() {
        assertThat(lines.stream().filter(line -> line.startsWith("### ")))
                .isSubsetOf("### Added", "### Changed", "### Deprecated", "### Removed", "### Fixed", "### Security");
    }

    @Test
    void saysWhatTheVersionBringsThatIsReleased() throws IOException {
        var pom = VERSION.matcher(Files.readString(StoredDocument.project().resolve("pom.xml")));
        assertThat(pom.find()).isTrue();
        if (!pom.group(1).endsWith("-SNAPSHOT")) {
            assertThat(lines).anyMatch(line -> line.startsWith("## [" + pom.group(1) + "] - "));
        }
    }
}
