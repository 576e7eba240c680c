package io.astrochrome.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertsYamlTest {
    private static Alert alert(String name, String expression, String summary, String... measured) {
        return new Alert(
                name, expression, List.of(measured), "5m", Alert.Severity.WARNING, summary, "It is {{ $value }}.");
    }

    @Test
    void aRuleIsWrittenAsPrometheusReadsItWithItsRunbook() throws IOException {
        String yaml = AlertsYaml.of(List.of(alert("TooSlow", "up < 1", "{{ $labels.service }} is slow", "up")));

        JsonNode rule = new ObjectMapper(new YAMLFactory()).readTree(yaml).at("/groups/0/rules/0");
        assertThat(rule.get("alert").asText()).isEqualTo("TooSlow");
        assertThat(rule.get("expr").asText()).isEqualTo("up < 1");
        assertThat(rule.get("for").asText()).isEqualTo("5m");
        assertThat(rule.at("/labels/severity").asText()).isEqualTo("warning");
        assertThat(rule.at("/annotations/summary").asText()).isEqualTo("{{ $labels.service }} is slow");
        assertThat(rule.at("/annotations/runbook_url").asText()).isEqualTo("deploy/docs/runbooks/TooSlow.md");
        assertThat(yaml).startsWith("# Made by deploy/grafana");
    }

    @Test
    void anAlertThatCannotBeUnderstoodOrMeasuredIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> alert("too slow", "up < 1", "slow", "up"))
                .withMessageContaining("CamelCase");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> alert("TooSlow", "up < 1", " ", "up"))
                .withMessageContaining("a summary and a description");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> alert("TooSlow", "up < 1", "slow", "down"))
                .withMessageContaining("compares [down]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> alert("TooSlow", "up < 1", "slow"))
                .withMessageContaining("compares []");
    }

    @ParameterizedTest
    @MethodSource("io.astrochrome.grafana.Alerts#all")
    void everyAlertLastsAsPrometheusWritesDurations(Alert alert) {
        assertThat(alert.lasting()).matches("\\d+[smh]");
    }

    @Test
    void noTwoAlertsHaveTheSameName() {
        assertThat(Alerts.all()).extracting(Alert::name).doesNotHaveDuplicates();
    }
}
