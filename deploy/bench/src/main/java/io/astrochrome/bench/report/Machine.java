package io.astrochrome.bench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What the figures were measured on. */
public final class Machine {
    private Machine() {}

    /** Processor, cores, memory and Java, in a line. */
    public static String description() throws IOException {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %.0f GiB, %s %s, Java %s",
                value("/proc/cpuinfo", "model name", System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                kibibytes(value("/proc/meminfo", "MemTotal", "0 kB")) / 1048576.0,
                System.getProperty("os.name"),
                System.getProperty("os.version").replaceAll("[^0-9.].*", ""),
                Runtime.version().feature());
    }

    /** The short commit of the project, with a plus sign where files differ from it. */
    public static String commit(Path project) throws IOException, InterruptedException {
        var commit = output(project, "git", "rev-parse", "--short", "HEAD");
        if (commit.isEmpty()) {
            return "unknown";
        }
        // The README changes by being written to.
        var changes = output(project, "git", "status", "--porcelain", "--", ".", ":!README.md");
        return changes.isEmpty() ? commit : commit + "+";
    }

    private static String output(Path folder, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? said.strip() : "";
    }

    private static String value(String file, String key, String otherwise) throws IOException {
        var path = Path.of(file);
        if (!Files.isReadable(path)) {
            return otherwise;
        }
        List<String> lines = Files.readAllLines(path);
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(otherwise);
    }

    private static long kibibytes(String text) {
        return Long.parseLong(text.replaceAll("\\D", ""));
    }
}
