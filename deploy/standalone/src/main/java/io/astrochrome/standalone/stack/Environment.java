package io.astrochrome.standalone.stack;

import io.astrochrome.standalone.folder.DataFolder;
import io.astrochrome.standalone.infrastructure.InfrastructureSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the processes are told, by the variables that Compose and Kubernetes set as well.
 *
 * @param more what services are told beyond that, or otherwise
 */
record Environment(
        Addresses addresses,
        StoreKey key,
        DataFolder folder,
        Optional<Path> model,
        Map<Service, Map<String, String>> more) {
    /** Of topics, producers and consumers alike. */
    static final int MAX_MESSAGE_BYTES = 4 << 20;

    /** glibc gives every thread an arena of its own otherwise; that is memory for nothing here. */
    private static final Map<String, String> SMALL_NATIVE_MEMORY = Map.of("MALLOC_ARENA_MAX", "2");

    /**
     * What an instance is told.
     *
     * @param stays whether its place in the consumer groups is kept for it while it is away
     */
    Map<String, String> of(Service service, int instance, boolean stays) {
        var environment = new HashMap<>(SMALL_NATIVE_MEMORY);
        environment.put("QUARKUS_PROFILE", "prod");
        environment.put("QUARKUS_HTTP_HOST", Addresses.LOOPBACK);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(addresses.port(service, instance)));
        environment.put("QUARKUS_BANNER_ENABLED", "false");
        // Four lines a second for as long as the launcher asks whether it is ready.
        environment.put("QUARKUS_LOG_CATEGORY__IO_SMALLRYE_HEALTH__LEVEL", "WARN");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", addresses.bootstrapServers());
        if (stays) {
            // Who was killed is known when it comes again, and has its partitions at once instead of when its session
            // ends.
            environment.put("KAFKA_GROUP_INSTANCE_ID", Instances.name(service, instance));
        }
        environment.put("ASTROCHROME_STORE_ENDPOINT", addresses.store().toString());
        environment.put("ASTROCHROME_STORE_ACCESS_KEY", key.accessKey());
        environment.put("ASTROCHROME_STORE_SECRET_KEY", key.secretKey());
        environment.put("ASTROCHROME_KAFKA_MAX_MESSAGE_BYTES", Integer.toString(MAX_MESSAGE_BYTES));
        environment.put(
                "ASTROCHROME_METRICS_INGEST_URL", addresses.of(Service.INGEST).toString());
        environment.put(
                "ASTROCHROME_METRICS_SCORING_STATE_DIRECTORY",
                folder.work().resolve("metrics").toString());
        environment.put(
                "ASTROCHROME_SECURITY_SIGN_OUTS",
                folder.root().resolve("sign-outs").resolve(service.id()).toString());
        environment.put("OMP_WAIT_POLICY", "PASSIVE");
        environment.put("ASTROCHROME_COLORIZE_INTRA_OP_THREADS", Integer.toString(Stack.INFERENCE_THREADS));
        // ONNX Runtime 1.29 reports its use over the network otherwise.
        environment.put("ORT_DISABLE_TELEMETRY", "1");
        model.ifPresent(file -> {
            environment.put("ASTROCHROME_COLORIZE_MODEL", file.toString());
            environment.put("ASTROCHROME_METRICS_MODELS_SHIPPED", file.toString());
        });
        environment.putAll(more.getOrDefault(service, Map.of()));
        return environment;
    }

    Map<String, String> ofInfrastructure() {
        var environment = new HashMap<>(SMALL_NATIVE_MEMORY);
        environment.putAll(new InfrastructureSettings(
                        folder.kafka(),
                        folder.store(),
                        addresses.kafkaPort(),
                        addresses.controllerPort(),
                        addresses.storePort(),
                        addresses.infrastructureHealthPort(),
                        key.accessKey(),
                        key.secretKey(),
                        MAX_MESSAGE_BYTES)
                .environment());
        return environment;
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "environment of " + folder.root();
    }
}
