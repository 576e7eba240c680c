package io.astrochrome.manifests;

import io.astrochrome.manifests.configuration.ConfigKey;
import io.astrochrome.manifests.configuration.ConfigSection;
import io.astrochrome.manifests.configuration.ConfigSections;
import io.astrochrome.manifests.configuration.ConfigurationReference;
import io.astrochrome.manifests.source.SourceTree;
import io.astrochrome.testkit.StoredDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The environment variables that a service reads: of its typed configuration, of its Kafka clients, and documented others. */
final class KnownVariables {
    /** Read by the JVM and by native libraries, which have no configuration that could be asked. */
    private static final Set<String> OF_THE_PROCESS = Set.of(
            "JAVA_TOOL_OPTIONS",
            "MALLOC_ARENA_MAX",
            "OMP_WAIT_POLICY",
            "OMP_NUM_THREADS",
            "ORT_DISABLE_TELEMETRY",
            "DJL_CACHE_DIR",
            "NVIDIA_VISIBLE_DEVICES",
            "NVIDIA_DRIVER_CAPABILITIES");

    private static final Pattern DOCUMENTED = Pattern.compile("`(QUARKUS_[A-Z0-9_]+)`");
    private static final SourceTree SOURCES = new SourceTree(StoredDocument.project());
    private static final List<ConfigSection> SECTIONS = ConfigSections.of(SOURCES);

    private KnownVariables() {}

    /** Those of a service, such as {@code ingest-service}. */
    static Set<String> of(String service) {
        Set<String> known = new HashSet<>(OF_THE_PROCESS);
        SECTIONS.stream()
                .filter(section -> section.isShared() || section.module().equals(service))
                .flatMap(section -> section.keys().stream())
                .map(ConfigKey::variable)
                .forEach(known::add);
        Stream.concat(ConsumerConfig.configNames().stream(), ProducerConfig.configNames().stream())
                .map(name -> "KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'))
                .forEach(known::add);
        DOCUMENTED
                .matcher(ConfigurationReference.page(SOURCES))
                .results()
                .map(found -> found.group(1))
                .forEach(known::add);
        return known;
    }

    /** Those that must be set for a service to start. */
    static Set<String> neededBy(String service) {
        return SECTIONS.stream()
                .filter(section -> section.isShared() || section.module().equals(service))
                .flatMap(section -> section.keys().stream())
                .filter(ConfigKey::required)
                .map(ConfigKey::variable)
                .collect(Collectors.toSet());
    }
}
