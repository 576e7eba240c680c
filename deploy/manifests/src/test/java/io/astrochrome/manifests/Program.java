package io.astrochrome.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A tool of others that may be on this machine. */
record Program(Path file) {
    /** The program of that name on the path; the test is skipped, and says so, where there is none. */
    static Program named(String name) {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
        assumeThat(found).as(name + " is not on this machine").isPresent();
        return new Program(found.orElseThrow());
    }

    /** What it prints; it has to be content. */
    String says(Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        Path errors = Files.createTempFile("program", ".log");
        try {
            var builder = new ProcessBuilder(Stream.concat(Stream.of(file.toString()), arguments.stream())
                            .toList())
                    .directory(folder.toFile())
                    .redirectError(errors.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
            return said;
        } finally {
            Files.delete(errors);
        }
    }
}
