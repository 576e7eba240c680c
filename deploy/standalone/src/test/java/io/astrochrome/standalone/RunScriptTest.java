package io.astrochrome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./run} answers by itself, before a program of the project runs. */
class RunScriptTest {
    private static final Path RUN = Path.of("../../run").toAbsolutePath().normalize();
    private static final int MISSING = 69;

    /** What the script uses beside Java and Maven. */
    private static final List<String> TOOLS = List.of("bash", "dirname", "readlink", "sed", "head", "sort", "cat");

    @TempDir
    private static Path tools;

    private record Answer(int exitCode, String said) {}

    @BeforeAll
    static void linkTools() throws IOException {
        for (var tool : TOOLS) {
            var found = List.of("/usr/bin", "/bin").stream()
                    .map(folder -> Path.of(folder, tool))
                    .filter(Files::isExecutable)
                    .findFirst();
            Files.createSymbolicLink(tools.resolve(tool), found.orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "format", "documents", "images", "sbom", "mutants", "dist"})
    void explainsItsOwnCommandsAndTheirExitCodes(String command) throws Exception {
        var answer = run(System.getenv("PATH"), command, "--help");
        assertThat(answer.exitCode).isZero();
        assertThat(answer.said).contains("Usage: ./run " + command, "Exit codes: 0");
    }

    @Test
    void namesACommandThatDoesNotExist() throws Exception {
        var answer = run(System.getenv("PATH"), "colourise");
        assertThat(answer.exitCode).isEqualTo(2);
        assertThat(answer.said).contains("There is no command 'colourise'");
    }

    @Test
    void saysHowToGetJavaWhereThereIsNone() throws Exception {
        var answer = run(tools.toString(), "demo");
        assertThat(answer.exitCode).isEqualTo(MISSING);
        assertThat(answer.said).contains("Missing: java", "apt-get install openjdk-17-jdk-headless");
    }

    /** Names of files are text to Java in the locale's encoding; cron, systemd and ssh often give none. */
    @ParameterizedTest
    @CsvSource({"LC_ALL, C", "LANG, C", "LANG, POSIX", "LC_ALL, no_SUCH.UTF-8", "NO_LOCALE, at all"})
    void givesItsProgramsALocaleOfUtf8WhereThereIsNone(String variable, String value, @TempDir Path fake)
            throws Exception {
        assumeThat(localeIsThere("C.UTF-8"))
                .as("a locale C.UTF-8 on this machine")
                .isTrue();
        var answer = run(pathWithAMavenThatTellsTheLocale(fake), Map.of(variable, value), "test");
        assertThat(answer.said).contains("LC_ALL=C.UTF-8");
    }

    @Test
    void keepsALocaleOfUtf8(@TempDir Path fake) throws Exception {
        assumeThat(localeIsThere("C.UTF-8"))
                .as("a locale C.UTF-8 on this machine")
                .isTrue();
        var answer = run(pathWithAMavenThatTellsTheLocale(fake), Map.of("LANG", "C.UTF-8"), "test");
        assertThat(answer.said).contains("LC_ALL=(none)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "test | '' | verify",
                "test | --unit | -Dquick test",
                "test | core/imaging | verify -pl core/imaging -am -Dsurefire.failIfNoSpecifiedTests=false",
                "test | core/model core/imaging/ -Dtest=Stretch* |"
                        + " verify -pl core/model,core/imaging -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=Stretch*",
                "test | -pl core/imaging -am | verify -pl core/imaging -am",
                "format | '' | --quiet spotless:apply",
                "format | core/model core/imaging | --quiet spotless:apply -pl core/model,core/imaging",
            })
    void asksMavenForWhatARecipeMeans(String command, String arguments, String asked, @TempDir Path fake)
            throws Exception {
        var line = Stream.concat(
                Stream.of(command), Stream.of(arguments.split(" ")).filter(word -> !word.isEmpty()));
        var answer = run(pathWithAMavenThatTells(fake, "asked: $*"), line.toArray(String[]::new));
        assertThat(answer.said).contains("asked: --batch-mode --no-transfer-progress " + asked + "\n");
    }

    @Test
    void saysAtTheEndHowLongTheTestsOfEachModuleTook(@TempDir Path fake) throws Exception {
        var printed = """
                [INFO] Building Astrochrome: imaging 0.1.0-SNAPSHOT      [1/2]
                [INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 1, Time elapsed: 61.5 s -- in A
                [WARNING] Tests run: 3, Failures: 0, Errors: 0, Skipped: 1
                [INFO] Building Astrochrome: model 0.1.0-SNAPSHOT        [2/2]
                [ERROR] Tests run: 2, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 1,002.25 s <<< FAILURE! -- in B
                [INFO] Tests run: 4, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.75 s -- in B
                """;
        var answer = run(pathWithAMavenThat(fake, "cat <<'LINES'\n" + printed + "LINES\nexit 1\n"), "test");
        assertThat(answer.exitCode).isOne();
        assertThat(answer.said)
                .containsSubsequence(
                        "  1003.0 s      6 tests  model\n",
                        "    61.5 s      3 tests  imaging\n",
                        "All modules: tests run: 9, failures: 1, errors: 0, skipped: 1\n");
    }

    private static String pathWithAMavenThatTellsTheLocale(Path folder) throws IOException {
        return pathWithAMavenThatTells(folder, "LC_ALL=${LC_ALL:-(none)}");
    }

    private static String pathWithAMavenThatTells(Path folder, String what) throws IOException {
        return pathWithAMavenThat(folder, "echo \"" + what + "\"\n");
    }

    private static String pathWithAMavenThat(Path folder, String does) throws IOException {
        var maven = Files.writeString(
                folder.resolve("mvn"),
                "#!/bin/sh\ncase \"$*\" in\n*-version*) echo Apache Maven 3.9.9; exit;;\nesac\n" + does);
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        return folder + ":" + System.getProperty("java.home") + "/bin:" + System.getenv("PATH");
    }

    private static boolean localeIsThere(String name) throws Exception {
        var builder = new ProcessBuilder("/bin/sh", "-c", "locale charmap").redirectErrorStream(true);
        builder.environment().put("LC_ALL", name);
        return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).startsWith("UTF-8");
    }

    private static Answer run(String path, String... arguments) throws Exception {
        return run(path, Map.of(), arguments);
    }

    private static Answer run(String path, Map<String, String> variables, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("/bin/bash", RUN.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().retainAll(Set.of("HOME"));
        builder.environment().put("PATH", path);
        builder.environment().putAll(variables);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Answer(process.exitValue(), said);
    }
}
