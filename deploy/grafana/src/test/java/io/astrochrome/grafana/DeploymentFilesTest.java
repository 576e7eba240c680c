package io.astrochrome.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentFilesTest {
    private static final Path ROOT = Path.of("../..");

    static Stream<String> paths() {
        return DeploymentFiles.contents().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void areInTheRepositoryAsTheSourceGivesThem(String path) throws IOException {
        Path file = ROOT.resolve(path);
        String made = DeploymentFiles.contents().get(path);
        if (Boolean.getBoolean("astrochrome.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, made);
        }

        assertThat(file)
                .as("%s; mvn -pl deploy/grafana -am test -Dastrochrome.write=true writes it anew", path)
                .content()
                .isEqualTo(made);
    }

    @Test
    void nothingElseLiesAmongTheDashboards() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("deploy/grafana/dashboards"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(DeploymentFiles.dashboards().stream()
                            .map(dashboard -> dashboard.uid() + ".json")
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("io.astrochrome.grafana.Alerts#all")
    void everyAlertHasARunbookThatSaysWhatToDo(Alert alert) {
        assertThat(ROOT.resolve("deploy/docs/runbooks/" + alert.name() + ".md"))
                .content()
                .startsWith("# " + alert.name() + "\n")
                .contains("## What it means", "## What to look at", "## What to do");
    }

    @Test
    void noRunbookIsWithoutAnAlert() throws IOException {
        List<String> known =
                Alerts.all().stream().map(alert -> alert.name() + ".md").toList();
        try (Stream<Path> files = Files.list(ROOT.resolve("deploy/docs/runbooks"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> !name.equals("README.md"))
                    .isSubsetOf(known);
        }
    }

    @Test
    void panelsLieSideBySideAndNotOnEachOther() {
        for (Dashboard dashboard : DeploymentFiles.dashboards()) {
            var taken = new boolean[200][24];
            for (JsonNode panel : DashboardJson.of(dashboard).get("panels")) {
                JsonNode at = panel.get("gridPos");
                for (int y = 0; y < at.get("h").asInt(); y++) {
                    for (int x = 0; x < at.get("w").asInt(); x++) {
                        boolean[] line = taken[at.get("y").asInt() + y];
                        assertThat(line[at.get("x").asInt() + x])
                                .as(dashboard.title() + ", " + panel.get("title"))
                                .isFalse();
                        line[at.get("x").asInt() + x] = true;
                    }
                }
            }
        }
    }

    @Test
    void promtoolTakesTheRules() throws IOException, InterruptedException {
        String said = promtool("check", "rules", "deploy/prometheus/alerts.yml");

        assertThat(said).contains(Alerts.all().size() + " rules found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus.yml", "kubernetes.yml"})
    void promtoolTakesWhatPrometheusIsToldToScrape(String name, @TempDir Path folder) throws Exception {
        String told = Files.readString(ROOT.resolve("deploy/prometheus/" + name));
        Files.copy(ROOT.resolve("deploy/prometheus/alerts.yml"), folder.resolve("alerts.yml"));
        // Debian's Prometheus is built without Kubernetes' way of finding targets.
        Path file = Files.writeString(
                folder.resolve(name),
                told.replaceAll(
                        "kubernetes_sd_configs:(\\n      .*)+", "static_configs: [{targets: [\"10.0.0.1:8080\"]}]"));

        assertThat(promtool("check", "config", file.toString()))
                .contains(Alerts.all().size() + " rules found");
        assertThat(told)
                .as("what rules and dashboards go by")
                .contains("job_name: astrochrome\n", "target_label: service\n");
    }

    @Test
    void theRulesSayOfMadeUpNightsWhatTheyShould() throws IOException, InterruptedException {
        String said = promtool("test", "rules", "deploy/grafana/src/test/prometheus/alerts.test.yml");

        assertThat(said).contains("SUCCESS");
    }

    /** What promtool says, which has to be content. */
    private static String promtool(String what, String of, String file) throws IOException, InterruptedException {
        Path promtool = Path.of("/usr/bin/promtool");
        Assumptions.assumeTrue(
                Files.isExecutable(promtool),
                "promtool, from Debian's package prometheus, checks the rules; it is not here");
        Process check = new ProcessBuilder(
                        promtool.toString(), what, of, ROOT.resolve(file).toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(check.exitValue()).as(said).isZero();
        return said;
    }

    @Test
    void theDashboardsAreWhatGrafanaReads() throws IOException {
        for (Dashboard dashboard : DeploymentFiles.dashboards()) {
            JsonNode tree = new ObjectMapper()
                    .readTree(DeploymentFiles.contents().get("deploy/grafana/dashboards/" + dashboard.uid() + ".json"));

            assertThat(tree.get("uid").asText()).hasSizeLessThanOrEqualTo(40);
            assertThat(tree.findValuesAsText("expr")).isNotEmpty().allSatisfy(expr -> assertThat(expr)
                    .isNotBlank());
            assertThat(tree.get("panels").findValuesAsText("id")).doesNotHaveDuplicates();
        }
    }
}
