package io.astrochrome.manifests.asyncapi;

import io.astrochrome.events.DeadLetterHeaders;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventType;
import io.astrochrome.events.Topics;
import io.astrochrome.manifests.source.Javadoc;
import io.astrochrome.manifests.source.SourceTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** The AsyncAPI 3.0 document of the topics, made from the events' records, their Javadoc and the topics' names. */
public final class AsyncApi {
    private static final String EVENTS = "core/events";
    private static final String STRING = "string";

    private AsyncApi() {}

    /** The document as YAML; the same code gives the same text. */
    public static String document(SourceTree sources) {
        RecordSchemas schemas = new RecordSchemas(Javadoc.of(sources.files(EVENTS)));
        Map<String, Object> messages = new TreeMap<>();
        Map<String, Object> channels = new LinkedHashMap<>();
        Map<String, Object> operations = new LinkedHashMap<>();
        for (Channel channel : Channel.ALL) {
            messages.put(channel.message(), message(channel, schemas));
            channels.put(channel.topic(), channel(channel));
            channels.put(Topics.deadLetter(channel.topic()), deadLetters(channel));
            channel.senders()
                    .forEach(service ->
                            operations.put(service + ".sends." + channel.topic(), operation("send", channel)));
            channel.receivers()
                    .forEach(service ->
                            operations.put(service + ".receives." + channel.topic(), operation("receive", channel)));
        }
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

    private static Map<String, Object> channel(Channel channel) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("address", channel.topic());
        node.put("description", "Keyed by " + channel.key() + ", and in order for each.");
        node.put("messages", Map.of(channel.message(), reference("components/messages/" + channel.message())));
        node.put("bindings", Map.of("kafka", Map.of("topic", channel.topic())));
        return node;
    }

    private static Map<String, Object> deadLetters(Channel channel) {
        String topic = Topics.deadLetter(channel.topic());
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("address", topic);
        node.put(
                "description",
                "Records of " + channel.topic() + " that a stage gave up, key and value untouched, with the headers "
                        + String.join(
                                ", ",
                                DeadLetterHeaders.STAGE,
                                DeadLetterHeaders.REASON,
                                DeadLetterHeaders.TOPIC,
                                DeadLetterHeaders.PARTITION,
                                DeadLetterHeaders.OFFSET)
                        + ".");
        node.put("messages", Map.of(channel.message(), reference("components/messages/" + channel.message())));
        node.put("bindings", Map.of("kafka", Map.of("topic", topic)));
        return node;
    }

    private static Map<String, Object> operation(String action, Channel channel) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("action", action);
        String address = "channels/" + channel.topic();
        node.put("channel", reference(address));
        node.put("messages", List.of(reference(address + "/messages/" + channel.message())));
        return node;
    }

    private static Map<String, Object> message(Channel channel, RecordSchemas schemas) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("name", channel.message());
        node.put("contentType", channel.type().mediaType());
        node.put("headers", headers(channel.type()));
        Map<String, Object> event = schemas.reference(channel.event());
        node.put("payload", channel.isTensors() ? tensors(channel) : event);
        node.put("bindings", Map.of("kafka", Map.of("key", keyOf(channel))));
        return node;
    }

    private static Map<String, Object> tensors(Channel channel) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("type", STRING);
        payload.put("format", "binary");
        payload.put(
                "description",
                "A safetensors file. Its metadata key " + EventCodec.EVENT_KEY + " holds JSON of the schema "
                        + channel.message() + "; its planes are fp16 tensors of shape [height, width] named l, a and b,"
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

    private static Map<String, Object> keyOf(Channel channel) {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("type", STRING);
        key.put("description", channel.key());
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
