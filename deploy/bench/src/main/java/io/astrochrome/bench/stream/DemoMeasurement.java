package io.astrochrome.bench.stream;

import io.astrochrome.bench.report.Figure;
import io.astrochrome.bench.report.Measurement;
import io.astrochrome.bench.report.MeasurementException;
import io.astrochrome.standalone.folder.DataFolder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./run demo} as a newcomer sees it: seconds until the first coloured frame, and memory when all is quiet. */
public final class DemoMeasurement implements Measurement {
    private static final double COLD_START_SECONDS = 30;
    private static final double LATER_START_SECONDS = 15;
    private static final double IDLE_MEBIBYTES = 1.6 * 1024;
    private static final Duration QUIET = Duration.ofSeconds(20);
    private static final int LATER_STARTS = 3;

    private final Workplace workplace;

    public DemoMeasurement(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String description() {
        return "./run demo: seconds to the first coloured frame, cold and later; idle memory of all JVMs";
    }

    @Override
    public List<Figure> measure(Progress progress) throws Exception {
        workplace.model();
        var data = workplace.emptyData();
        progress.at("cold start");
        var cold = start(data, true);
        var later = 0.0;
        for (var i = 1; i <= LATER_STARTS; i++) {
            progress.at("later start " + i + " of " + LATER_STARTS);
            later = Math.max(later, start(data, false).firstColouredSeconds);
        }
        return List.of(
                Figure.atMost(
                        "first coloured frame after ./run demo, new data folder",
                        cold.firstColouredSeconds,
                        "s",
                        COLD_START_SECONDS),
                Figure.atMost(
                        "first coloured frame, slowest of " + LATER_STARTS + " later starts",
                        later,
                        "s",
                        LATER_START_SECONDS),
                Figure.atMost("idle memory of all JVMs (RSS), demo shown", cold.idleMebibytes, "MiB", IDLE_MEBIBYTES));
    }

    private record Start(double firstColouredSeconds, double idleMebibytes) {}

    private Start start(DataFolder data, boolean first) throws IOException, InterruptedException, MeasurementException {
        var began = System.nanoTime();
        var run = workplace.home().root().resolve("run").toString();
        var demo = new ProcessBuilder(run, "demo", "--data", data.root().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = demo.inputReader()) {
            var firstColoured = 0.0;
            var idle = 0.0;
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                if (firstColoured == 0 && line.contains(" coloured ")) {
                    firstColoured = (System.nanoTime() - began) / 1e9;
                }
                if (line.contains("Watch the frames at") && firstColoured > 0) {
                    if (!first) {
                        return new Start(firstColoured, 0);
                    }
                    Thread.sleep(QUIET.toMillis());
                    idle = Memory.residentMebibytes(demo.toHandle());
                }
                // A newcomer who looks at the page for a minute has this as well.
                if (line.contains("The next start will")) {
                    return new Start(firstColoured, idle);
                }
            }
            throw new MeasurementException("./run demo ended without a coloured frame; see " + data.logs());
        } finally {
            demo.destroy();
            demo.waitFor(1, TimeUnit.MINUTES);
        }
    }
}
