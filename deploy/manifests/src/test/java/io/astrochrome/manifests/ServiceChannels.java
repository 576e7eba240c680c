package io.astrochrome.manifests;

import io.astrochrome.events.Topics;
import io.astrochrome.manifests.source.SourceTree;
import io.astrochrome.testkit.StoredDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a service does with topics.
 *
 * @param reads topics of its incoming channels
 * @param writes topics of its outgoing channels and dead-letter topics of the incoming ones
 * @param groups its consumer groups
 * @param named topics that its code names, whatever for
 */
record ServiceChannels(Set<String> reads, Set<String> writes, Set<String> groups, Set<String> named) {
    private static final Pattern CONSTANT = Pattern.compile("\\bTopics\\.([A-Z_]+)\\b");
    /** What is said where nothing is set. */
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^:}]+:([^}]*)}");

    private static final String ALL = "ALL";

    static ServiceChannels of(String service) {
        Path project = StoredDocument.project();
        Map<String, Object> channels = Yamls.map(
                Yamls.one(project.resolve(service).resolve("src/main/resources/application.yaml")), "mp", "messaging");
        Set<String> reads = new HashSet<>();
        Set<String> writes = new HashSet<>();
        Set<String> groups = new HashSet<>();
        for (Object channel : Yamls.map(channels, "incoming").values()) {
            reads.add(Yamls.map(channel).get("topic").toString());
            Map<String, Object> deadLetters = Yamls.map(channel, "dead-letter-queue");
            if (!deadLetters.isEmpty()) {
                writes.add(deadLetters.get("topic").toString());
            }
            Map<String, Object> group = Yamls.map(channel, "group");
            if (!group.isEmpty()) {
                groups.add(EXPRESSION.matcher(group.get("id").toString()).replaceAll("$1"));
            }
        }
        for (Object channel : Yamls.map(channels, "outgoing").values()) {
            writes.add(Yamls.map(channel).get("topic").toString());
        }
        return new ServiceChannels(reads, writes, groups, named(service, project));
    }

    private static Set<String> named(String service, Path project) {
        return new SourceTree(project)
                .files(service).stream()
                        .flatMap(file -> CONSTANT.matcher(read(file)).results())
                        .map(found -> found.group(1))
                        .filter(constant -> !constant.equals(ALL) && !constant.endsWith("BYTES"))
                        .map(ServiceChannels::topic)
                        .collect(Collectors.toSet());
    }

    private static String topic(String constant) {
        try {
            return Topics.class.getField(constant).get(null).toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Topics has no " + constant, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
