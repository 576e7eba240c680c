package io.astrochrome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
    @ValueSource(strings = {"test", "documents", "images", "sbom"})
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

    private static Answer run(String path, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("/bin/bash", RUN.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().retainAll(Set.of("HOME"));
        builder.environment().put("PATH", path);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Answer(process.exitValue(), said);
    }
}
