package io.astrochrome.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TracesTest {
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final Traces traces = new Traces(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .build());

    @Test
    void theNextStageContinuesTheTraceThatTheHeadersName() {
        Map<String, String> sent;
        try (FrameSpan ingest = traces.arrival("ingest").of("f", "M 31")) {
            sent = ingest.within(Traces::currentHeaders);
        }
        traces.stage("preprocess", headers(sent)).close();

        SpanData ingest = span("ingest");
        SpanData preprocess = span("preprocess");
        assertThat(preprocess.getTraceId()).isEqualTo(ingest.getTraceId());
        assertThat(preprocess.getParentSpanId()).isEqualTo(ingest.getSpanId());
        assertThat(ingest.getAttributes().toString()).contains("M 31");
    }

    @Test
    void stepsBelongToTheStageThatIsCurrent() {
        try (FrameSpan stage = traces.arrival("preprocess")) {
            FrameSpan step = stage.within(() -> traces.step("decode"));
            step.close();
        }

        assertThat(span("decode").getParentSpanId())
                .isEqualTo(span("preprocess").getSpanId());
    }

    @Test
    void aBatchLinksItsFramesAndBelongsToNoneOfTheirTraces() {
        FrameSpan one = traces.arrival("one");
        FrameSpan other = traces.arrival("other");
        traces.batch("batch", List.of(one, other)).close();
        one.close();
        other.close();

        assertThat(span("batch").getLinks())
                .extracting(LinkData::getSpanContext)
                .containsExactly(span("one").getSpanContext(), span("other").getSpanContext());
        assertThat(span("batch").getTraceId())
                .isNotIn(span("one").getTraceId(), span("other").getTraceId());
    }

    @Test
    void aRecordWithoutOrWithBrokenHeadersBeginsATraceOfItsOwn() {
        traces.stage("first", null).close();
        traces.stage("second", headers(Map.of("traceparent", "00-nonsense"))).close();

        assertThat(exporter.getFinishedSpanItems())
                .allSatisfy(span ->
                        assertThat(span.getParentSpanContext().isValid()).isFalse());
    }

    @Test
    void whereTracesAreOffNoHeaderIsSentAndATraceOfOthersPassesThrough() {
        Traces off = Traces.off();
        String parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        assertThat(off.arrival("ingest").headers()).isEmpty();
        assertThat(off.stage("preprocess", headers(Map.of("traceparent", parent)))
                        .headers())
                .containsEntry("traceparent", parent);
        assertThat(off.batch("batch", List.of(FrameSpan.none())).headers()).isEmpty();
    }

    private SpanData span(String name) {
        return exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Headers headers(Map<String, String> texts) {
        Headers headers = new RecordHeaders();
        texts.forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }
}
