package io.astrochrome.grafana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What this source makes: dashboards, alert rules and the list of meters, by their paths in the repository. */
public final class DeploymentFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DeploymentFiles() {}

    /** All dashboards. */
    public static List<Dashboard> dashboards() {
        return List.of(LiveFeed.dashboard(), ModelQuality.dashboard(), Training.dashboard(), StreamHealth.dashboard());
    }

    /** Contents by path, from the repository's root. */
    public static Map<String, String> contents() {
        Map<String, String> files = new LinkedHashMap<>();
        for (Dashboard dashboard : dashboards()) {
            files.put("deploy/grafana/dashboards/" + dashboard.uid() + ".json", pretty(DashboardJson.of(dashboard)));
        }
        files.put("deploy/prometheus/alerts.yml", AlertsYaml.of(Alerts.all()));
        files.put("deploy/docs/meters.md", MeterTable.markdown());
        return files;
    }

    private static String pretty(ObjectNode tree) {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return JSON.writer(printer).writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }
}
