package io.astrochrome.grafana;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A dashboard as Grafana reads it (schema version 39, Grafana 10.4 or newer). */
final class DashboardJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SCHEMA_VERSION = 39;
    private static final int COLUMNS = 24;
    private static final String SOURCE_VARIABLE = "datasource";

    private DashboardJson() {}

    static ObjectNode of(Dashboard dashboard) {
        ObjectNode root = JSON.createObjectNode()
                .put("uid", dashboard.uid())
                .put("title", dashboard.title())
                .put("description", dashboard.description())
                .put("schemaVersion", SCHEMA_VERSION)
                .put("editable", true)
                .put("graphTooltip", 1)
                .put("refresh", "10s")
                .put("timezone", "browser");
        root.putArray("tags").add("astrochrome");
        root.putObject("time").put("from", "now-3h").put("to", "now");
        ArrayNode annotations = root.putObject("annotations").putArray("list");
        dashboard.annotations().forEach(annotation -> annotations.add(annotation(annotation)));
        ArrayNode variables = root.putObject("templating").putArray("list");
        variables.add(sourceVariable());
        dashboard.variables().forEach(variable -> variables.add(variable(variable)));
        ArrayNode panels = root.putArray("panels");
        int y = 0;
        for (Row row : dashboard.rows()) {
            y = add(panels, row, y);
        }
        return root;
    }

    private static int add(ArrayNode panels, Row row, int top) {
        ObjectNode heading = JSON.createObjectNode()
                .put("id", panels.size() + 1)
                .put("type", "row")
                .put("title", row.title())
                .put("collapsed", false);
        heading.set("gridPos", place(0, top, COLUMNS, 1));
        heading.putArray("panels");
        panels.add(heading);
        int x = 0;
        int y = top + 1;
        int height = 0;
        for (Panel panel : row.panels()) {
            if (x + panel.width() > COLUMNS) {
                x = 0;
                y += height;
                height = 0;
            }
            ObjectNode made = PanelJson.of(panel, source()).put("id", panels.size() + 1);
            made.set("gridPos", place(x, y, panel.width(), panel.look().height()));
            panels.add(made);
            x += panel.width();
            height = Math.max(height, panel.look().height());
        }
        return y + height;
    }

    private static ObjectNode place(int x, int y, int width, int height) {
        return JSON.createObjectNode().put("x", x).put("y", y).put("w", width).put("h", height);
    }

    static ObjectNode source() {
        return JSON.createObjectNode().put("type", "prometheus").put("uid", "${" + SOURCE_VARIABLE + "}");
    }

    private static ObjectNode sourceVariable() {
        return JSON.createObjectNode()
                .put("name", SOURCE_VARIABLE)
                .put("label", "Prometheus")
                .put("type", "datasource")
                .put("query", "prometheus");
    }

    private static ObjectNode variable(Variable variable) {
        ObjectNode made = JSON.createObjectNode()
                .put("name", variable.name())
                .put("label", variable.title())
                .put("type", "query")
                .put("multi", true)
                .put("includeAll", true)
                .put("allValue", ".*")
                .put("refresh", 2)
                .put("sort", 1);
        String series = variable.meter().prometheusName() + "_count";
        made.put("definition", "label_values(" + series + ", " + variable.name() + ")");
        made.putObject("query")
                .put("query", "label_values(" + series + ", " + variable.name() + ")")
                .put("refId", variable.name());
        made.set("datasource", source());
        made.putObject("current").put("text", "All").put("value", "$__all");
        return made;
    }

    private static ObjectNode annotation(Annotation annotation) {
        ObjectNode made = JSON.createObjectNode()
                .put("name", annotation.name())
                .put("enable", true)
                .put("iconColor", "orange")
                .put("expr", annotation.expression())
                .put("titleFormat", annotation.text())
                .put("useValueForTime", "on")
                .put("step", "60s");
        made.set("datasource", source());
        return made;
    }
}
