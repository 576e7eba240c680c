package io.astrochrome.platform.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Begins spans. A stage's span continues the trace that the record's headers name, and its outgoing record names it in
 * turn, so that a frame's way from its arrival to the page is one trace. A batch belongs to no one trace: its span links
 * those of its frames. Thread-safe; without an endpoint every call does nothing.
 */
public final class Traces {
    private static final String SCOPE = "io.astrochrome";

    private final Tracer tracer;

    /** Spans of this OpenTelemetry, which whoever made it closes. */
    public Traces(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer(SCOPE);
    }

    /** Traces that do nothing. */
    public static Traces off() {
        return new Traces(OpenTelemetry.noop());
    }

    /** The first span of a frame's trace. */
    public FrameSpan arrival(String name) {
        return new FrameSpan(
                tracer.spanBuilder(name)
                        .setNoParent()
                        .setSpanKind(SpanKind.SERVER)
                        .startSpan(),
                Context.root());
    }

    /** A stage's span of a frame whose record has these headers; a trace of its own where they name none. */
    public FrameSpan stage(String name, @Nullable Headers incoming) {
        Context before = TraceHeaders.read(incoming);
        return new FrameSpan(
                tracer.spanBuilder(name)
                        .setParent(before)
                        .setSpanKind(SpanKind.CONSUMER)
                        .startSpan(),
                before);
    }

    /** A step within the span that is current on this thread. */
    public FrameSpan step(String name) {
        Context outer = Context.current();
        return new FrameSpan(tracer.spanBuilder(name).setParent(outer).startSpan(), outer);
    }

    /** The headers by which the next stage's span will know the one that is current on this thread. */
    public static Map<String, String> currentHeaders() {
        return TraceHeaders.of(Context.current());
    }

    /** What is done for several frames together. */
    public FrameSpan batch(String name, Collection<FrameSpan> frames) {
        SpanBuilder builder =
                tracer.spanBuilder(name).setNoParent().setAttribute("astrochrome.batch.frames", frames.size());
        frames.forEach(frame -> builder.addLink(frame.span().getSpanContext()));
        Span span = builder.startSpan();
        return new FrameSpan(span, Context.root());
    }
}
