package io.astrochrome.bench.cli;

import io.astrochrome.bench.chaos.ChaosMeasurement;
import io.astrochrome.bench.imaging.ImagingMeasurement;
import io.astrochrome.bench.night.NightMeasurement;
import io.astrochrome.bench.report.FigureTable;
import io.astrochrome.bench.report.Machine;
import io.astrochrome.bench.report.Measurement;
import io.astrochrome.bench.report.Report;
import io.astrochrome.bench.report.Reports;
import io.astrochrome.bench.stream.DemoMeasurement;
import io.astrochrome.bench.stream.ExposuresMeasurement;
import io.astrochrome.bench.stream.KillsMeasurement;
import io.astrochrome.bench.stream.LargeFrameMeasurement;
import io.astrochrome.bench.stream.LatencyMeasurement;
import io.astrochrome.bench.stream.SoakMeasurement;
import io.astrochrome.bench.stream.SwapMeasurement;
import io.astrochrome.bench.stream.ThroughputMeasurement;
import io.astrochrome.bench.stream.Workplace;
import io.astrochrome.bench.training.TrainingMeasurement;
import io.astrochrome.standalone.stack.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./run bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures on this machine, keeps the figures in build/bench and writes them into README.md"
                + " and deploy/docs/sizing.md. Close what else is running: the figures are of the whole machine.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:measured", "1:a measurement could not be made", "2:wrong usage"})
public final class BenchCommand implements Callable<Integer> {
    /** They take an hour and more. */
    private static final List<String> ONLY_BY_NAME = List.of("chaos", "soak");

    private static final List<String> PAGES = List.of("README.md", "deploy/docs/sizing.md");

    private static final double MILLIS_AN_HOUR = 3.6e6;

    /** In less nothing can be seen to grow. */
    private static final double LEAST_HOURS = 0.25;

    private final Home home = Home.current();
    private final Path folder = home.root().resolve("build/bench");

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description =
                    "What to measure: demo, throughput, throughput-b4, latency, latency-training, large, exposures, kills,"
                            + " swap, chaos-brief, chaos, soak, night, imaging, training. Default: all but chaos and soak.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--hours",
            paramLabel = "N",
            defaultValue = "8",
            description =
                    "How long a soak takes, at least 0.25; it leaves some 3 MiB a second in build/bench meanwhile. Default: ${DEFAULT-VALUE}.")
    private double hours;

    @Option(names = "--no-readme", description = "Leave README.md and deploy/docs/sizing.md as they are.")
    private boolean noReadme;

    @Spec
    private CommandSpec spec;

    /** Starts the command. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchCommand())
                .setCommandName("./run bench")
                .execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(hours >= LEAST_HOURS)) {
            throw new ParameterException(
                    spec.commandLine(), "--hours must be at least " + LEAST_HOURS + ", not " + hours);
        }
        var measurements = measurements();
        var known = measurements.stream().map(Measurement::name).toList();
        for (var name : names) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(), "There is no measurement '" + name + "'. There are: " + known);
            }
        }
        var reports = new Reports(folder);
        var failed = false;
        for (var measurement : measurements) {
            if (names.isEmpty() ? !ONLY_BY_NAME.contains(measurement.name()) : names.contains(measurement.name())) {
                failed |= !measure(measurement, reports);
            }
        }
        if (!noReadme) {
            for (var page : PAGES) {
                FigureTable.write(reports.read(known), known, home.root().resolve(page));
            }
        }
        return failed ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private boolean measure(Measurement measurement, Reports reports) throws IOException, InterruptedException {
        System.out.println(measurement.name() + ": " + measurement.description());
        try (var progress = new StepBar(measurement.name())) {
            var figures = measurement.measure(progress::at);
            progress.close();
            for (var figure : figures) {
                System.out.printf(
                        Locale.ROOT,
                        "  %-75s %10.2f %-8s %s%n",
                        figure.name(),
                        figure.value(),
                        figure.unit(),
                        figure.isReached() ? "" : "MISSED");
            }
            reports.write(new Report(
                    measurement.name(),
                    Machine.commit(home.root()),
                    Machine.description(),
                    LocalDate.now(ZoneOffset.UTC).toString(),
                    figures));
            return true;
        } catch (IOException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            System.err.println("  could not be measured: " + e.getMessage());
            return false;
        }
    }

    private List<Measurement> measurements() {
        var workplace = new Workplace(home, folder);
        return List.of(
                new DemoMeasurement(workplace),
                ThroughputMeasurement.ofDefaultModel(workplace),
                ThroughputMeasurement.ofLargeModel(workplace),
                new LatencyMeasurement(workplace),
                LatencyMeasurement.whileTraining(workplace),
                new LargeFrameMeasurement(workplace),
                new ExposuresMeasurement(workplace),
                new KillsMeasurement(workplace),
                new SwapMeasurement(workplace),
                ChaosMeasurement.brief(workplace),
                ChaosMeasurement.whole(workplace),
                new SoakMeasurement(workplace, Duration.ofMillis((long) (hours * MILLIS_AN_HOUR))),
                new NightMeasurement(home, folder),
                new ImagingMeasurement(),
                new TrainingMeasurement(home));
    }
}
