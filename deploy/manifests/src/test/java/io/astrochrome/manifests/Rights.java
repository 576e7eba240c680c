package io.astrochrome.manifests;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a Kafka user of the manifests may do. */
record Rights(List<Map<String, Object>> rules) {
    static Rights of(String user) {
        Map<String, Object> found = Manifests.documents("KafkaUser").stream()
                .filter(document -> user.equals(Yamls.map(document, "metadata").get("name")))
                .findFirst()
                .orElseThrow();
        List<?> acls = (List<?>) Yamls.map(found, "spec", "authorization").get("acls");
        return new Rights(acls.stream().map(rule -> Yamls.map(rule)).toList());
    }

    /** Names of resources of that type on which it may do that. */
    Set<String> on(String type, String operation) {
        return about(type)
                .filter(rule -> ((List<?>) rule.get("operations")).contains(operation))
                .map(Rights::name)
                .collect(Collectors.toSet());
    }

    /** Names of resources of that type on which it may do something. */
    Set<String> anyOf(String type) {
        return about(type).map(Rights::name).collect(Collectors.toSet());
    }

    private Stream<Map<String, Object>> about(String type) {
        return rules.stream()
                .filter(rule -> type.equals(Yamls.map(rule, "resource").get("type")));
    }

    private static String name(Map<String, Object> rule) {
        return Yamls.map(rule, "resource").get("name").toString();
    }
}
