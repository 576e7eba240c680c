package io.astrochrome.bench.report;

import java.util.List;

/** Something that can be measured. */
public interface Measurement {
    /** What it is called on the command line. */
    String name();

    /** What it measures, in a sentence. */
    String description();

    /**
     * Measures.
     *
     * @param progress is told what is being done
     * @throws MeasurementException if there is nothing to measure with, or it went wrong
     */
    List<Figure> measure(Progress progress) throws Exception;

    /** Hears what a measurement is doing. */
    @FunctionalInterface
    interface Progress {
        void at(String step);
    }
}
