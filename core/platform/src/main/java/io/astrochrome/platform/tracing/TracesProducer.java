package io.astrochrome.platform.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The service's traces: to the configured endpoint, to a span processor that the application brings as a bean, or nowhere.
 * What OpenTelemetry needs is loaded only where there is somewhere to send to.
 */
@Singleton
final class TracesProducer {
    private static final String OTLP_PATH = "/v1/traces";

    private final TracesConfig config;
    private final String service;
    private final Instance<SpanProcessor> brought;
    private AutoCloseable open = () -> {};

    TracesProducer(
            TracesConfig config,
            @ConfigProperty(name = "quarkus.application.name", defaultValue = "astrochrome") String service,
            Instance<SpanProcessor> brought) {
        this.config = config;
        this.service = service;
        this.brought = brought;
    }

    @Produces
    @Singleton
    Traces traces() {
        if (config.share() < 0 || config.share() > 1) {
            throw new IllegalArgumentException("astrochrome.traces.share must be in [0,1], not " + config.share());
        }
        Optional<SpanProcessor> processor = brought.isResolvable()
                ? Optional.of(brought.get())
                : config.endpoint().map(endpoint -> BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                                .setEndpoint(withoutSlash(endpoint.toString()) + OTLP_PATH)
                                .build())
                        .build());
        return processor.map(this::sending).orElseGet(Traces::off);
    }

    private Traces sending(SpanProcessor processor) {
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service))))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(config.share())))
                .addSpanProcessor(processor)
                .build();
        open = provider;
        return new Traces(OpenTelemetrySdk.builder().setTracerProvider(provider).build());
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** Sends what is not sent yet. */
    @PreDestroy
    void close() throws Exception {
        open.close();
    }
}
