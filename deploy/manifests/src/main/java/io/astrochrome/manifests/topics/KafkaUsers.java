package io.astrochrome.manifests.topics;

import io.astrochrome.events.topic.TopicAccess;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.events.topic.TopicTable;
import io.astrochrome.events.topic.TopicUse;
import io.astrochrome.platform.deadletter.DeadLetterReplay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The Kafka users of Kubernetes with their rights, as Strimzi takes them: each service may do what the table of topics says
 * and nothing else. The same table gives the same text.
 */
public final class KafkaUsers {
    private static final List<TopicClient> ON_THE_WAY = List.of(TopicClient.PREPROCESS, TopicClient.COLORIZE);

    private KafkaUsers() {}

    /** All users, as one YAML file. */
    public static String document() {
        List<String> users = new ArrayList<>();
        for (TopicClient service : TopicClient.services()) {
            List<String> rights = new ArrayList<>(topics(service));
            if (service == TopicClient.METRICS) {
                rights.addAll(ofTheScores());
            }
            if (!TopicTable.groupsOf(service).isEmpty()) {
                rights.add(right("group", service.clientName(), "prefix", "Read, Describe"));
            }
            if (service == TopicClient.METRICS) {
                rights.add("# Whose lag it meters.");
                others().forEach(other -> rights.add(right("group", other.clientName(), "prefix", "Describe")));
            }
            users.add(user(service, rights));
        }
        users.add("# Who prunes the store: what records refer to stays, and what is handled is known by the groups.\n"
                + user(TopicClient.PRUNE, ofPruning()));
        users.add("# Who looks at the lag of what is scaled by it, and may do nothing else.\n"
                + user("keda", ofTheScaler()));
        return "# Made from the table of topics by ./run documents.\n" + String.join("---\n", users);
    }

    private static List<String> topics(TopicClient service) {
        var user = nameOf(service);
        Map<String, List<TopicUse>> uses = new LinkedHashMap<>();
        Arrays.stream(TopicClient.values())
                .filter(client -> user.equals(client.user()))
                .flatMap(client -> TopicTable.usesOf(client).stream())
                .forEach(use -> uses.computeIfAbsent(use.topic(), topic -> new ArrayList<>())
                        .add(use));
        List<String> rights = new ArrayList<>();
        uses.forEach((topic, all) -> {
            Set<String> operations = new LinkedHashSet<>();
            if (all.stream().anyMatch(use -> use.access() == TopicAccess.READS)) {
                operations.add("Read");
            }
            if (all.stream().anyMatch(use -> use.access().isWriting())) {
                operations.add("Write");
            }
            operations.add("Describe");
            all.stream().map(TopicUse::purpose).distinct().forEach(purpose -> rights.add("# " + sentence(purpose)));
            rights.add(right("topic", topic, "literal", String.join(", ", operations)));
        });
        return rights;
    }

    private static String sentence(String purpose) {
        return purpose.substring(0, 1).toUpperCase(Locale.ROOT) + purpose.substring(1) + ".";
    }

    private static List<String> ofTheScores() {
        return List.of(
                "# Dead letters go back in a transaction.",
                right("transactionalId", DeadLetterReplay.TRANSACTIONAL_ID, "literal", "Write, Describe"),
                "# Kafka Streams' changelogs.",
                right(
                        "topic",
                        TopicClient.METRICS.clientName() + "-",
                        "prefix",
                        "Create, Describe, DescribeConfigs, Read, Write"));
    }

    private static List<TopicClient> others() {
        return TopicClient.services().stream()
                .filter(service -> service != TopicClient.METRICS)
                .filter(service -> !TopicTable.groupsOf(service).isEmpty())
                .toList();
    }

    private static List<String> ofPruning() {
        List<String> rights = new ArrayList<>(topics(TopicClient.PRUNE));
        rights.addAll(groupsOfTheWay());
        return rights;
    }

    /** Of those who work on frames, and are scaled. */
    private static List<String> groupsOfTheWay() {
        return ON_THE_WAY.stream()
                .flatMap(service -> TopicTable.groupsOf(service).stream())
                .map(group -> right("group", group, "literal", "Describe"))
                .toList();
    }

    private static List<String> ofTheScaler() {
        List<String> rights = new ArrayList<>();
        for (TopicClient service : ON_THE_WAY) {
            TopicTable.usesOf(service).stream()
                    .filter(use -> use.group() != null)
                    .forEach(use -> rights.add(right("topic", use.topic(), "literal", "Describe")));
        }
        rights.addAll(groupsOfTheWay());
        return rights;
    }

    private static String right(String type, String name, String pattern, String operations) {
        return "- resource: {type: " + type + ", name: " + name + ", patternType: " + pattern + "}\n  operations: ["
                + operations + "]";
    }

    private static String nameOf(TopicClient client) {
        return Objects.requireNonNull(client.user(), client + " runs where there are no users");
    }

    private static String user(TopicClient client, List<String> rights) {
        return user(nameOf(client), rights);
    }

    private static String user(String name, List<String> rights) {
        StringBuilder text = new StringBuilder("""
                apiVersion: kafka.strimzi.io/v1beta2
                kind: KafkaUser
                metadata:
                  name: %s
                  labels:
                    strimzi.io/cluster: astrochrome
                spec:
                  authentication:
                    type: tls
                  authorization:
                    type: simple
                    acls:
                """.formatted(name));
        rights.forEach(right -> text.append(right.indent(6)));
        return text.toString();
    }
}
