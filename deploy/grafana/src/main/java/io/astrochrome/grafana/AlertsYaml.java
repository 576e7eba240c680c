package io.astrochrome.grafana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.List;

/** The alert rules as Prometheus reads them. */
final class AlertsYaml {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS)
            .build());

    /** Where a runbook is, from the repository's root; a site that serves them elsewhere rewrites this beginning. */
    private static final String RUNBOOKS = "deploy/docs/runbooks/";

    private AlertsYaml() {}

    static String of(List<Alert> alerts) {
        ObjectNode root = YAML.createObjectNode();
        ObjectNode group = root.putArray("groups").addObject().put("name", "astrochrome");
        ArrayNode rules = group.putArray("rules");
        for (Alert alert : alerts) {
            ObjectNode rule = rules.addObject()
                    .put("alert", alert.name())
                    .put("expr", alert.expression())
                    .put("for", alert.lasting());
            rule.putObject("labels").put("severity", alert.severity().label());
            rule.putObject("annotations")
                    .put("summary", alert.summary())
                    .put("description", alert.description())
                    .put("runbook_url", RUNBOOKS + alert.name() + ".md");
        }
        try {
            return "# Made by deploy/grafana from its Alerts.java; change it there.\n" + YAML.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always YAML", e);
        }
    }
}
