package io.astrochrome.grafana;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A panel as Grafana reads it, without its place. */
final class PanelJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST_REFERENCE = 'A';

    private PanelJson() {}

    static ObjectNode of(Panel panel, ObjectNode source) {
        ObjectNode made = JSON.createObjectNode()
                .put("type", panel.look().type())
                .put("title", panel.title())
                .put("description", panel.description());
        made.set("datasource", source);
        ArrayNode targets = made.putArray("targets");
        for (Query query : panel.queries()) {
            targets.add(target(panel, query, targets.size(), source));
        }
        ObjectNode defaults = made.putObject("fieldConfig").putObject("defaults");
        defaults.put("unit", panel.unit().grafanaName());
        defaults.putObject("color").put("mode", "palette-classic");
        ObjectNode options = made.putObject("options");
        switch (panel.look()) {
            case LINES, STACK -> chart(panel.look(), defaults.putObject("custom"), options);
            case FIGURE -> figure(panel, options);
            case TABLE -> table(made);
        }
        return made;
    }

    private static ObjectNode target(Panel panel, Query query, int index, ObjectNode source) {
        boolean now = panel.look() == Panel.Look.FIGURE || panel.look() == Panel.Look.TABLE;
        ObjectNode target = JSON.createObjectNode()
                .put("refId", Character.toString(FIRST_REFERENCE + index))
                .put("expr", query.expression())
                .put("legendFormat", query.legend().isEmpty() ? "__auto" : query.legend())
                .put("instant", now)
                .put("range", !now);
        if (panel.look() == Panel.Look.TABLE) {
            target.put("format", "table");
        }
        target.set("datasource", source);
        return target;
    }

    private static void chart(Panel.Look look, ObjectNode custom, ObjectNode options) {
        boolean stacked = look == Panel.Look.STACK;
        custom.put("lineWidth", 2)
                .put("fillOpacity", stacked ? 40 : 8)
                .put("showPoints", "auto")
                .put("spanNulls", true);
        custom.putObject("stacking").put("mode", stacked ? "normal" : "none");
        options.putObject("legend").put("displayMode", "list").put("placement", "bottom");
        options.putObject("tooltip").put("mode", "multi").put("sort", "desc");
    }

    private static void figure(Panel panel, ObjectNode options) {
        boolean names = panel.unit() == Unit.NONE;
        options.put("colorMode", "none").put("graphMode", "none").put("textMode", names ? "value_and_name" : "auto");
        options.putObject("reduceOptions")
                .put("values", false)
                .putArray("calcs")
                .add("lastNotNull");
    }

    /** Labels as columns; the value is always 1, and the time of the scrape says nothing. */
    private static void table(ObjectNode made) {
        ObjectNode organise = made.putArray("transformations").addObject().put("id", "organize");
        ObjectNode hidden = organise.putObject("options").putObject("excludeByName");
        hidden.put("Time", true).put("Value", true).put("__name__", true).put("job", true);
    }
}
