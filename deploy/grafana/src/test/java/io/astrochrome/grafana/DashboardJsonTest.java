package io.astrochrome.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.astrochrome.meters.Label;
import io.astrochrome.meters.Meter;
import java.util.List;
import org.junit.jupiter.api.Test;

class DashboardJsonTest {
    private static final Query FRAMES = new Query("astrochrome_frames_total", "{{stage}}");

    private static JsonNode panels(Row... rows) {
        return DashboardJson.of(dashboard(List.of(), List.of(), rows)).get("panels");
    }

    private static Dashboard dashboard(List<Variable> variables, List<Annotation> annotations, Row... rows) {
        return new Dashboard("astrochrome-test", "Test", "For a test.", variables, annotations, List.of(rows));
    }

    private static Panel lines(int width) {
        return Panel.lines("Frames", "How many.", Unit.PER_SECOND, width, FRAMES);
    }

    private static List<Integer> place(JsonNode panel) {
        JsonNode at = panel.get("gridPos");
        return List.of(
                at.get("x").asInt(),
                at.get("y").asInt(),
                at.get("w").asInt(),
                at.get("h").asInt());
    }

    @Test
    void panelsFillALineAndGoOnInTheNext() {
        JsonNode panels = panels(Row.of("First", lines(12), lines(12), lines(8)), Row.of("Second", lines(24)));

        assertThat(panels).hasSize(6);
        assertThat(place(panels.get(0))).as("the heading").containsExactly(0, 0, 24, 1);
        assertThat(place(panels.get(1))).containsExactly(0, 1, 12, 8);
        assertThat(place(panels.get(2))).containsExactly(12, 1, 12, 8);
        assertThat(place(panels.get(3))).containsExactly(0, 9, 8, 8);
        assertThat(place(panels.get(4))).as("the next heading").containsExactly(0, 17, 24, 1);
        assertThat(place(panels.get(5))).containsExactly(0, 18, 24, 8);
    }

    @Test
    void aLineIsAsHighAsItsHighestPanel() {
        Panel figure = Panel.figure("Now", "How many now.", Unit.COUNT, 6, FRAMES);

        JsonNode panels = panels(Row.of("First", figure, lines(18), figure));

        assertThat(place(panels.get(1))).containsExactly(0, 1, 6, 4);
        assertThat(place(panels.get(3)))
                .as("below the chart, not below the figure")
                .containsExactly(0, 9, 6, 4);
    }

    @Test
    void aChartAsksForTheTimeAndAFigureForNow() {
        JsonNode chart = panels(Row.of("Row", lines(12))).get(1);
        JsonNode figure = panels(Row.of("Row", Panel.figure("Now", "How many.", Unit.BYTES, 6, FRAMES)))
                .get(1);

        assertThat(chart.at("/targets/0/range").asBoolean()).isTrue();
        assertThat(chart.at("/targets/0/instant").asBoolean()).isFalse();
        assertThat(figure.at("/targets/0/range").asBoolean()).isFalse();
        assertThat(figure.at("/targets/0/instant").asBoolean()).isTrue();
        assertThat(figure.at("/fieldConfig/defaults/unit").asText()).isEqualTo("bytes");
        assertThat(figure.at("/options/textMode").asText()).isEqualTo("auto");
    }

    @Test
    void aFigureWithoutAUnitShowsItsName() {
        JsonNode figure = panels(Row.of("Row", Panel.figure("Model", "Which.", Unit.NONE, 6, FRAMES)))
                .get(1);

        assertThat(figure.at("/options/textMode").asText()).isEqualTo("value_and_name");
    }

    @Test
    void aStackIsStackedAndLinesAreNot() {
        Panel stack = Panel.stack("Frames", "How many.", Unit.COUNT, 12, FRAMES);

        JsonNode panels = panels(Row.of("Row", stack, lines(12)));

        assertThat(panels.get(1)
                        .at("/fieldConfig/defaults/custom/stacking/mode")
                        .asText())
                .isEqualTo("normal");
        assertThat(panels.get(2)
                        .at("/fieldConfig/defaults/custom/stacking/mode")
                        .asText())
                .isEqualTo("none");
    }

    @Test
    void aTableHidesWhatSaysNothing() {
        JsonNode table = panels(Row.of("Row", Panel.table("Models", "Which.", Unit.NONE, 24, FRAMES)))
                .get(1);

        assertThat(table.at("/targets/0/format").asText()).isEqualTo("table");
        assertThat(table.at("/transformations/0/options/excludeByName").fieldNames())
                .toIterable()
                .containsExactly("Time", "Value", "__name__", "job");
    }

    @Test
    void queriesOfAPanelAreNamedInTheirOrderAndNameTheirSeries() {
        Panel panel = Panel.lines("Two", "Both.", Unit.COUNT, 12, FRAMES, new Query("up", ""));

        JsonNode targets = panels(Row.of("Row", panel)).get(1).get("targets");

        assertThat(targets.findValuesAsText("refId")).containsExactly("A", "B");
        assertThat(targets.findValuesAsText("legendFormat")).containsExactly("{{stage}}", "__auto");
    }

    @Test
    void aChoiceOffersTheValuesThatTheMeterHasAndAllOfThemAtFirst() {
        Variable target = new Variable(Label.TARGET, Meter.PSNR);

        JsonNode variables =
                DashboardJson.of(dashboard(List.of(target), List.of())).at("/templating/list");

        assertThat(variables.get(0).get("type").asText()).isEqualTo("datasource");
        JsonNode made = variables.get(1);
        assertThat(made.get("label").asText()).isEqualTo("Target");
        assertThat(made.at("/query/query").asText())
                .isEqualTo("label_values(" + Meter.PSNR.prometheusName() + "_count, target)");
        assertThat(made.at("/current/value").asText()).isEqualTo("$__all");
        assertThat(made.get("allValue").asText()).as("as the queries ask").isEqualTo(".*");
        assertThat(Variable.chosen(Label.TARGET)).isEqualTo("target=~\"$target\"");
    }

    @Test
    void aMarkedMomentIsTheValueOfItsSeries() {
        Annotation swaps = new Annotation("Models", "astrochrome_model_since_seconds * 1000", "{{model}}");

        JsonNode made = DashboardJson.of(dashboard(List.of(), List.of(swaps))).at("/annotations/list/0");

        assertThat(made.get("expr").asText()).isEqualTo("astrochrome_model_since_seconds * 1000");
        assertThat(made.get("useValueForTime").asText()).isEqualTo("on");
    }

    @Test
    void whatGrafanaWouldNotTakeIsRefusedWithTheRule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dashboard("Test", "Test", "", List.of(), List.of(), List.of()))
                .withMessageContaining("astrochrome- and small letters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lines(25))
                .withMessageContaining("25 columns wide, of 24");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Panel.lines("Frames", " ", Unit.COUNT, 12, FRAMES))
                .withMessageContaining("a title and a description");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Panel.lines("Frames", "How many.", Unit.COUNT, 12))
                .withMessageContaining("asks nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Query(" ", ""))
                .withMessageContaining("needs an expression");
    }
}
