package io.astrochrome.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Map;

/** A span under way. Whoever begins it closes it, once, on any thread. */
public final class FrameSpan implements AutoCloseable {
    private static final FrameSpan NONE = new FrameSpan(Span.getInvalid(), Context.root());

    private final Span span;
    private final Context context;

    FrameSpan(Span span, Context before) {
        this.span = span;
        this.context = before.with(span);
    }

    /** One that records nothing. */
    public static FrameSpan none() {
        return NONE;
    }

    Span span() {
        return span;
    }

    /** Says which frame it is about. */
    public FrameSpan of(String frameId, String target) {
        span.setAttribute("astrochrome.frame.id", frameId).setAttribute("astrochrome.target", target);
        return this;
    }

    /** Says more about it. */
    public FrameSpan with(String attribute, String value) {
        span.setAttribute(attribute, value);
        return this;
    }

    /** Does the work; steps that begin on this thread meanwhile belong to this span. */
    public <T, E extends Exception> T within(Work<T, E> work) throws E {
        try (Scope ignored = context.makeCurrent()) {
            return work.run();
        }
    }

    /** Something to do that has a result. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** The headers by which the next stage's span will know this one; empty where nothing is traced. */
    public Map<String, String> headers() {
        return TraceHeaders.of(context);
    }

    /** It did not end well. */
    public void failed(Throwable reason) {
        span.setStatus(StatusCode.ERROR, String.valueOf(reason.getMessage()));
    }

    @Override
    public void close() {
        span.end();
    }
}
