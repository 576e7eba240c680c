package io.astrochrome.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./run fuzz}: each target in a process of its own, by Jazzer, from the corpus in the sources and what was found before. */
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Feed changed files, records and requests to whoever reads them.",
        description = {
            "Begins with the files in deploy/fuzz/corpus and those that led further in earlier runs. What ends a reader, or keeps"
                    + " it busy, is kept in .astrochrome/fuzz/TARGET; put it into the corpus with the repair, so that it is tested"
                    + " from then on."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:nothing was found", " 1:something was found", " 2:the command line cannot be understood"})
public final class FuzzCommand implements Callable<Integer> {
    private static final int FOUND = 1;
    private static final int SECONDS_FOR_ONE = 20;
    private static final int LONGEST_INPUT = 1 << 16;

    @Parameters(paramLabel = "TARGET", arity = "0..*", description = "${COMPLETION-CANDIDATES}; all by default")
    private List<Target> targets = List.of();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "10m",
            converter = TimeConverter.class,
            description = "how long each target is fed, such as 90s, 10m or 1h; default: ${DEFAULT-VALUE}")
    private Duration time;

    @Option(names = "--corpus", hidden = true, defaultValue = "deploy/fuzz/corpus")
    private Path corpus;

    @Option(names = "--findings", hidden = true, defaultValue = ".astrochrome/fuzz")
    private Path findings;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FuzzCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean found = false;
        for (Target target : targets.isEmpty() ? List.of(Target.values()) : targets) {
            Path folder = Files.createDirectories(findings.resolve(target.id()));
            found |= new ProcessBuilder(command(target, folder))
                            .inheritIO()
                            .start()
                            .waitFor()
                    != 0;
        }
        return found ? FOUND : 0;
    }

    private List<String> command(Target target, Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+EnableDynamicAgentLoading",
                "-Djava.awt.headless=true",
                "-D" + Fuzzer.TARGET + "=" + target.id(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Fuzzer.class.getName(),
                "--instrumentation_includes=io.astrochrome.**:nom.tam.**:com.twelvemonkeys.**:org.apache.commons.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-max_len=" + LONGEST_INPUT,
                "-timeout=" + SECONDS_FOR_ONE,
                "-rss_limit_mb=4096",
                "-max_total_time=" + time.toSeconds()));
        command.add(Files.createDirectories(folder.resolve("corpus")).toString());
        command.add(corpus.resolve(target.id()).toString());
        return command;
    }

    /** Times such as 90s, 10m and 1h. */
    static final class TimeConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
            } catch (DateTimeParseException e) {
                throw new CommandLine.TypeConversionException(text + " is no time such as 90s, 10m or 1h");
            }
        }
    }
}
