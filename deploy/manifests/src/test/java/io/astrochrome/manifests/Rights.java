package io.astrochrome.manifests;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** Names of resources of that type on which it may do that, as a name or as a beginning of names. */
    Set<String> on(String type, String patternType, String operation) {
        return rules.stream()
                .filter(rule -> type.equals(Yamls.map(rule, "resource").get("type")))
                .filter(rule -> patternType.equals(Yamls.map(rule, "resource").get("patternType")))
                .filter(rule -> ((List<?>) rule.get("operations")).contains(operation))
                .map(Rights::name)
                .collect(Collectors.toSet());
    }

    /** What it may do with anything at all. */
    Set<String> operations() {
        return rules.stream()
                .flatMap(rule -> ((List<?>) rule.get("operations")).stream())
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private static String name(Map<String, Object> rule) {
        return Yamls.map(rule, "resource").get("name").toString();
    }
}
