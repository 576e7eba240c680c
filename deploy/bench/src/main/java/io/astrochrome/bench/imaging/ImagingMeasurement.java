package io.astrochrome.bench.imaging;

import io.astrochrome.bench.report.Figure;
import io.astrochrome.bench.report.Measurement;
import io.astrochrome.bench.report.MeasurementException;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The pixel benchmarks, each in a JVM of its own that is given one core. */
public final class ImagingMeasurement implements Measurement {
    private static final double LIMIT_MILLIS = 60;

    /** A fifth of what the network takes for such a frame. */
    private static final double PLACES_MILLIS = 6;

    private static final int ITERATIONS = 5;

    @Override
    public String name() {
        return "imaging";
    }

    @Override
    public String description() {
        return "JMH on one core: 4 megapixels of 16-bit mono to a tensor, of CIELAB to sRGB, and to a 16-bit PNG; a reference's colours for like places";
    }

    @Override
    public List<Figure> measure(Progress progress) throws MeasurementException {
        progress.at("preprocessing");
        var preprocessing = millis(PreprocessingBenchmark.class);
        progress.at("colour");
        var colour = millis(ColourBenchmark.class);
        progress.at("places");
        var places = millis(PlacesBenchmark.class);
        progress.at("PNG");
        var png = millis(PngBenchmark.class, "own");
        var imageIo = millis(PngBenchmark.class, "imageIo");
        return List.of(
                Figure.atMost("4 MP of 16-bit mono to a tensor, one core (JMH)", preprocessing, "ms", LIMIT_MILLIS),
                Figure.atMost("CIELAB to sRGB, 4 MP, one core (JMH)", colour, "ms", LIMIT_MILLIS),
                Figure.atMost(
                        "a reference's colours for like places, 224 px, one core (JMH)", places, "ms", PLACES_MILLIS),
                Figure.told("16-bit PNG of a sky of 4 MP, one core (JMH)", png, "ms"),
                Figure.atMost("the same, as a part of ImageIO's time (JMH)", png / imageIo, "", 1));
    }

    private static double millis(Class<?> benchmark) throws MeasurementException {
        return millis(benchmark, "\\w+");
    }

    private static double millis(Class<?> benchmark, String method) throws MeasurementException {
        var options = new OptionsBuilder()
                .include("^" + benchmark.getName() + "\\." + method + "$")
                .forks(1)
                .threads(1)
                .warmupIterations(ITERATIONS)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(ITERATIONS)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs("-Xmx1g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1", "-Djava.awt.headless=true")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        try {
            return new Runner(options).runSingle().getPrimaryResult().getScore();
        } catch (RunnerException e) {
            throw new MeasurementException("JMH: " + e.getMessage(), e);
        }
    }
}
