package io.astrochrome.testkit;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Turns an application's traces on in its tests, and keeps every span in memory. A test injects it, writes a record with
 * {@link #HEADER} and looks for what became of that trace.
 */
@Singleton
public final class KeptSpans {
    /** The header by which a record names its trace. */
    public static final String HEADER = "traceparent";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();

    @Produces
    @Singleton
    SpanProcessor processor() {
        return SimpleSpanProcessor.create(spans);
    }

    /** A header's value that names a trace of that number. */
    public static String traceparent(int number) {
        return "00-%s-00000000000000aa-01".formatted(traceId(number));
    }

    /** The id of that trace. */
    public static String traceId(int number) {
        return "%032x".formatted(number);
    }

    /** Waits for a finished span that is wanted; fails after half a minute with the names of those there are. */
    public SpanData await(Predicate<SpanData> wanted) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            var found = spans.getFinishedSpanItems().stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("no such span among "
                        + spans.getFinishedSpanItems().stream()
                                .map(SpanData::getName)
                                .toList());
            }
            Thread.sleep(50);
        }
    }
}
