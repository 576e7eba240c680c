package io.astrochrome.platform.kafka;

import io.astrochrome.events.topic.TopicRights;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Looks at the messaging extension's channels before the first of them starts: a topic that the table of topics does not
 * give the service ends the start.
 */
@Singleton
final class ChannelTopics {
    private static final String CONNECTOR = "smallrye-kafka";
    private static final Pattern CHANNEL = Pattern.compile("(mp\\.messaging\\.(incoming|outgoing)\\.(.+))\\.connector");

    void look(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event,
            Config config,
            KafkaClients clients) {
        require(config, clients.rights());
    }

    /**
     * Lets pass channels whose topics the service has.
     *
     * @throws IllegalStateException where it has one not; the message names the key
     */
    static void require(Config config, TopicRights rights) {
        Set<String> keys = new TreeSet<>();
        config.getPropertyNames().forEach(keys::add);
        for (String key : keys) {
            Matcher channel = CHANNEL.matcher(key);
            if (channel.matches() && CONNECTOR.equals(value(config, key, ""))) {
                require(config, rights, channel.group(1), channel.group(2).equals("incoming"), channel.group(3));
            }
        }
    }

    /** Where no topic is named the connector takes the channel's name, and for dead letters one made of it. */
    private static void require(Config config, TopicRights rights, String prefix, boolean reads, String name) {
        if (!reads) {
            require(rights::toWrite, prefix + ".topic", value(config, prefix + ".topic", name));
            return;
        }
        String topics = value(config, prefix + ".topics", value(config, prefix + ".topic", name));
        require(rights::toRead, prefix + ".topic", topics);
        if ("dead-letter-queue".equals(value(config, prefix + ".failure-strategy", ""))) {
            String key = prefix + ".dead-letter-queue.topic";
            require(rights::toWrite, key, value(config, key, "dead-letter-topic-" + name));
        }
    }

    private static void require(Consumer<List<String>> right, String key, String topics) {
        try {
            right.accept(List.of(topics.split("\\s*,\\s*", -1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(key + ": " + e.getMessage(), e);
        }
    }

    private static String value(Config config, String key, String otherwise) {
        return config.getOptionalValue(key, String.class).orElse(otherwise);
    }
}
