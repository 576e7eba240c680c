package io.astrochrome.manifests.asyncapi;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventType;
import io.astrochrome.events.Topics;
import io.astrochrome.events.deadletter.DeadLetterHeaders;
import io.astrochrome.events.topic.Topic;
import io.astrochrome.events.topic.TopicAccess;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.events.topic.TopicTable;
import io.astrochrome.events.topic.TopicUse;
import io.astrochrome.manifests.source.Javadoc;
import io.astrochrome.manifests.source.SourceTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** The AsyncAPI 3.0 document of the topics, made from the table of topics, the events' records and their Javadoc. */
public final class AsyncApi {
    /** Where the records are that events are made of. */
    private static final List<String> EVENTS = List.of("core/events", "core/tensors");

    private static final String STRING = "string";

    private AsyncApi() {}

    /** The document as YAML; the same code gives the same text. */
    public static String document(SourceTree sources) {
        RecordSchemas schemas = new RecordSchemas(Javadoc.of(EVENTS.stream()
                .flatMap(module -> sources.files(module).stream())
                .toList()));
        Map<String, Object> messages = new TreeMap<>();
        Map<String, Object> channels = new LinkedHashMap<>();
        Map<String, Object> operations = new LinkedHashMap<>();
        for (Topic topic : TopicTable.TOPICS) {
            messages.put(message(topic), message(topic, schemas));
            channels.put(topic.name(), channel(topic));
            channels.put(Topics.deadLetter(topic.name()), deadLetters(topic));
        }
        channels.keySet().forEach(name -> operations.putAll(operations(name)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asyncapi", "3.0.0");
        document.put("info", info());
        document.put("defaultContentType", EventType.FRAME_INGESTED.mediaType());
        document.put("channels", channels);
        document.put("operations", operations);
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("messages", messages);
        components.put("schemas", schemas.all());
        document.put("components", components);
        return yaml(document);
    }

    private static Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Astrochrome");
        info.put("version", "1");
        info.put(
                "description",
                "What flows between the services. Events are CloudEvents 1.0 in Kafka's binary mode: attributes in"
                        + " headers, the value untouched. Fields that a reader does not know are passed over. Every"
                        + " hop is at least once; a repeated event has the same ce_id. Made by ./run documents.");
        info.put("license", Map.of("name", "Apache-2.0"));
        return info;
    }

    private static Map<String, Object> channel(Topic topic) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("address", topic.name());
        node.put("description", "Keyed by " + topic.key() + ", and in order for each.");
        node.put("messages", Map.of(message(topic), reference("components/messages/" + message(topic))));
        node.put("bindings", Map.of("kafka", Map.of("topic", topic.name())));
        return node;
    }

    private static Map<String, Object> deadLetters(Topic topic) {
        String address = Topics.deadLetter(topic.name());
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("address", address);
        node.put(
                "description",
                "Records of " + topic.name() + " that a stage gave up, key and value untouched, with the headers "
                        + String.join(
                                ", ",
                                DeadLetterHeaders.STAGE,
                                DeadLetterHeaders.REASON,
                                DeadLetterHeaders.TOPIC,
                                DeadLetterHeaders.PARTITION,
                                DeadLetterHeaders.OFFSET)
                        + ".");
        node.put("messages", Map.of(message(topic), reference("components/messages/" + message(topic))));
        node.put("bindings", Map.of("kafka", Map.of("topic", address)));
        return node;
    }

    /** What is done with a topic, the senders first; a client that sends for two reasons is there once. */
    private static Map<String, Object> operations(String name) {
        Map<String, Object> sending = new LinkedHashMap<>();
        Map<String, Object> receiving = new LinkedHashMap<>();
        for (TopicClient client : TopicClient.values()) {
            describe(sending, client, "send", name, use -> use.access().isWriting());
            describe(receiving, client, "receive", name, use -> use.access() == TopicAccess.READS);
        }
        sending.putAll(receiving);
        return sending;
    }

    private static void describe(
            Map<String, Object> operations,
            TopicClient client,
            String action,
            String topic,
            Predicate<TopicUse> which) {
        List<TopicUse> uses = TopicTable.usesOf(client).stream()
                .filter(use -> use.topic().equals(topic))
                .filter(which)
                .toList();
        if (uses.isEmpty()) {
            return;
        }
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("action", action);
        node.put("description", uses.stream().map(TopicUse::purpose).collect(Collectors.joining("; ")));
        String address = "channels/" + topic;
        node.put("channel", reference(address));
        node.put("messages", List.of(reference(address + "/messages/" + message(TopicTable.topic(topic)))));
        uses.stream()
                .map(TopicUse::group)
                .filter(Objects::nonNull)
                .forEach(group -> node.put("bindings", Map.of("kafka", Map.of("groupId", Map.of("const", group)))));
        operations.put(client.clientName() + "." + action + "s." + topic, node);
    }

    private static String message(Topic topic) {
        return topic.event().getSimpleName();
    }

    private static boolean isTensors(Topic topic) {
        return !topic.type().mediaType().endsWith("json");
    }

    private static Map<String, Object> message(Topic topic, RecordSchemas schemas) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("name", message(topic));
        node.put("contentType", topic.type().mediaType());
        node.put("headers", headers(topic.type()));
        Map<String, Object> event = schemas.reference(topic.event());
        node.put("payload", isTensors(topic) ? tensors(topic) : event);
        node.put("bindings", Map.of("kafka", Map.of("key", keyOf(topic))));
        return node;
    }

    private static Map<String, Object> tensors(Topic topic) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("type", STRING);
        payload.put("format", "binary");
        payload.put(
                "description",
                "A safetensors file. Its metadata key " + EventCodec.EVENT_KEY + " holds JSON of the schema "
                        + message(topic) + "; its planes are fp16 tensors of shape [height, width] named l, a and b,"
                        + " as far as the event has them.");
        return payload;
    }

    private static Map<String, Object> headers(EventType type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("ce_specversion", Map.of("const", "1.0"));
        properties.put("ce_id", Map.of("type", STRING));
        properties.put("ce_source", Map.of("type", STRING));
        properties.put("ce_type", Map.of("const", type.cloudEventsType()));
        properties.put("ce_time", withFormat());
        properties.put("content-type", Map.of("const", type.mediaType()));
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("type", "object");
        headers.put("properties", properties);
        headers.put("required", List.copyOf(properties.keySet()));
        return headers;
    }

    private static Map<String, Object> keyOf(Topic topic) {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("type", STRING);
        key.put("description", topic.key());
        return key;
    }

    private static Map<String, Object> withFormat() {
        Map<String, Object> time = new LinkedHashMap<>();
        time.put("type", STRING);
        time.put("format", "date-time");
        return time;
    }

    private static Map<String, Object> reference(String path) {
        return Map.of("$ref", "#/" + path);
    }

    private static String yaml(Map<String, Object> document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndent(2);
        options.setWidth(120);
        options.setSplitLines(true);
        return new Yaml(options).dump(document);
    }
}
