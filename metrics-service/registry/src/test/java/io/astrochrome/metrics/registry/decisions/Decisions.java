package io.astrochrome.metrics.registry.decisions;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.events.model.ModelPublished;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.meters.Meters;
import io.astrochrome.metrics.registry.events.KeptEvents;
import io.astrochrome.metrics.sample.SampleFrame;
import io.astrochrome.platform.kafka.KafkaClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Map;

/** The registry and whoever decides, with a log that is a list; models are known by their names. */
public final class Decisions {
    /** A test's clients: nobody asks them for a connection. */
    public static final KafkaClients CLIENTS =
            new KafkaClients(TopicClient.METRICS, Map.of("bootstrap.servers", "127.0.0.1:1"));

    private static final Instant NIGHT = Instant.parse("2026-11-22T20:00:00Z");
    private static final Decider TEST = new Decider("a test", "it is tested");

    private final KeptEvents events = new KeptEvents(CLIENTS);
    private final ModelRegistry registry = new ModelRegistry(CLIENTS, new Meters(new SimpleMeterRegistry()), null);
    private final DecisionWriter writer = new DecisionWriter(registry, events);
    private int decisions;

    /** The id of the model of that name. */
    public static String id(String name) {
        return SampleFrame.sha256(name);
    }

    /** The file of the model of that name. */
    public static ObjectReference file(String name) {
        return new ObjectReference("astrochrome", "models/" + id(name) + ".onnx", 1, id(name));
    }

    public KeptEvents events() {
        return events;
    }

    public ModelRegistry registry() {
        return registry;
    }

    public DecisionWriter writer() {
        return writer;
    }

    public void published(String name) {
        registry.log()
                .published(new ModelPublished(
                        id(name),
                        name,
                        file(name),
                        "recipe",
                        id("recipe"),
                        id("data"),
                        "none",
                        1,
                        64,
                        Map.of(),
                        Map.of(),
                        "Apache-2.0",
                        null,
                        "a run",
                        NIGHT));
    }

    /** The first champion. */
    public ModelDecision registered(String name) {
        published(name);
        return writer.register(id(name), file(name), TEST).orElseThrow();
    }

    public ModelDecision promoted(String name) throws DecisionRefusedException {
        published(name);
        return writer.promote("decision " + decisions++, id(name), TEST, Map.of())
                .orElseThrow();
    }

    public ModelDecision onTrial(String name, String by) throws DecisionRefusedException {
        published(name);
        return writer.tryOut(
                        "decision " + decisions++,
                        id(name),
                        ChallengerMode.SHADOW,
                        null,
                        new Decider(by, "it is tried"),
                        Map.of())
                .orElseThrow();
    }

    public void pinned() throws DecisionRefusedException {
        writer.pin("decision " + decisions++, true, TEST);
    }

    /** Who holds an alias, or null. */
    public String holder(String alias) {
        return registry.inForce(alias).map(ModelDecision::modelId).orElse(null);
    }

    public String champion() {
        return holder(ModelDecision.CHAMPION);
    }

    public String challenger() {
        return holder(ModelDecision.CHALLENGER);
    }

    public ModelDecision newest() {
        return registry.decisions().get(0);
    }
}
