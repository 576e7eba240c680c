package io.astrochrome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder that {@code ./run dist} packs, where neither Maven nor a compiler nor the sources are. */
class DistributionIT {
    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final int MISSING = 69;

    /** What the script uses, Java beside it; nothing that builds. */
    private static final List<String> TOOLS = List.of("bash", "dirname", "readlink", "sed", "head", "cat");

    @TempDir
    private static Path folder;

    private static Path distribution;
    private static Path tools;

    private record Answer(int exitCode, String said) {}

    @BeforeAll
    static void make() throws Exception {
        distribution = folder.resolve("astrochrome");
        var making = new ProcessBuilder("deploy/dist/build", "--folder", distribution.toString());
        making.directory(PROJECT.toFile());
        var answer = answerOf(making);
        assertThat(answer.exitCode).as(answer.said).isZero();
        tools = Files.createDirectory(folder.resolve("tools"));
        for (var tool : TOOLS) {
            var found = List.of("/usr/bin", "/bin").stream()
                    .map(directory -> Path.of(directory, tool))
                    .filter(Files::isExecutable)
                    .findFirst();
            Files.createSymbolicLink(tools.resolve(tool), found.orElseThrow());
        }
        Files.createSymbolicLink(tools.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    @Test
    void saysWhichVersionItIsAndOffersWhatRuns() throws Exception {
        var answer = run("--help");
        assertThat(answer.exitCode).isZero();
        assertThat(answer.said)
                .startsWith("Astrochrome 0.")
                .contains("  colorize PATH")
                .doesNotContain("  test ");
    }

    @Test
    void coloursAFile() throws Exception {
        var frame = Files.copy(
                PROJECT.resolve("deploy/standalone/src/main/resources/demo/n3621.png"), folder.resolve("n3621.png"));
        var answer = run(
                "colorize", frame.toString(), "-o", folder.resolve("coloured").toString());
        assertThat(answer.exitCode).as(answer.said).isZero();
        assertThat(folder.resolve("coloured/n3621.png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "up",
                "models",
                "stretches",
                "ingest",
                "replay",
                "colorize",
                "stack",
                "train",
                "evaluate",
                "export",
                "compare",
                "looks"
            })
    void hasTheProgramOfEachCommand(String command) throws Exception {
        var answer = run(command, "--help");
        assertThat(answer.exitCode).as(answer.said).isZero();
        assertThat(answer.said).contains("Usage:", command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "format", "bench", "documents", "images", "sbom", "mutants", "fuzz", "dist"})
    void sendsThoseWhoWouldBuildToTheSources(String command) throws Exception {
        var answer = run(command);
        assertThat(answer.exitCode).isEqualTo(MISSING);
        assertThat(answer.said).contains("Missing: the sources");
    }

    @Test
    void storesALibraryOfSeveralServicesOnce() throws IOException {
        var jars = new ArrayList<Path>();
        for (var service : List.of("colorize", "metrics")) {
            try (var files = Files.list(distribution.resolve(service + "-service/target/quarkus-app/lib/main"))) {
                jars.add(files.filter(file -> file.getFileName().toString().contains("onnxruntime"))
                        .findFirst()
                        .orElseThrow());
            }
        }
        assertThat(Files.isSameFile(jars.get(0), jars.get(1))).isTrue();
    }

    @Test
    void bringsLicenceCreditsAndModels() {
        for (var file :
                List.of("LICENSE", "NOTICE", "README.md", "deploy/models/CREDITS.txt", "deploy/models/SHA256SUMS")) {
            assertThat(distribution.resolve(file)).isNotEmptyFile();
        }
        assertThat(distribution.resolve("deploy/models/champion.onnx")).isNotEmptyFile();
    }

    private static Answer run(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(distribution.resolve("run").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", folder.toString());
        return answerOf(builder);
    }

    private static Answer answerOf(ProcessBuilder builder) throws Exception {
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Answer(process.exitValue(), said);
    }
}
