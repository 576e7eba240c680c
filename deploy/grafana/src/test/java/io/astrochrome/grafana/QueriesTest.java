package io.astrochrome.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.meters.Label;
import io.astrochrome.meters.Meter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked of Prometheus, read as text and held against the list of meters. */
class QueriesTest {
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern LEGEND_LABEL = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern KEPT = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Pattern AGGREGATE = Pattern.compile("\\b(sum|max|min|avg|count)\\b");
    private static final Pattern OURS = Pattern.compile("(astrochrome_\\w+)(?:\\{([^}]*)})?");
    private static final Pattern CHOICE = Pattern.compile("\\$(?!__)(\\w+)");

    /** What Prometheus adds to each series when it scrapes a service. */
    private static final Set<String> OF_THE_SCRAPE = Set.of("job", "service", "instance");

    private static final Map<String, Meter> METERS = meters();

    /** A query and where it is asked. */
    record Asked(Dashboard dashboard, Panel panel, Query query) {
        @Override
        public String toString() {
            return panel.title() + ": " + query.expression();
        }
    }

    static Stream<Asked> queries() {
        return DeploymentFiles.dashboards().stream()
                .flatMap(dashboard -> dashboard.panels().flatMap(panel -> panel.queries().stream()
                        .map(query -> new Asked(dashboard, panel, query))));
    }

    static Stream<String> expressions() {
        return Stream.concat(
                        queries().map(asked -> asked.query().expression()),
                        Alerts.all().stream()
                                .flatMap(alert ->
                                        Stream.concat(Stream.of(alert.expression()), alert.measured().stream())))
                .distinct();
    }

    private static Map<String, Meter> meters() {
        Map<String, Meter> names = new TreeMap<>();
        for (Meter meter : Meter.values()) {
            String name = meter.prometheusName();
            List<String> endings =
                    switch (meter.kind()) {
                        case COUNTER, GAUGE -> List.of("");
                        case SUMMARY, TIMER -> List.of("_count", "_sum", "_max");
                        case HISTOGRAM -> List.of("_count", "_sum", "_max", "_bucket");
                    };
            endings.forEach(ending -> names.put(name + ending, meter));
        }
        return names;
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> labels(Meter meter) {
        return meter.labels().stream().map(Label::key).collect(Collectors.toCollection(HashSet::new));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void bracketsAreClosedInTheirOrder(String expression) {
        Deque<Character> open = new ArrayDeque<>();
        for (char letter : QUOTED.matcher(expression).replaceAll("").toCharArray()) {
            switch (letter) {
                case '(' -> open.push(')');
                case '{' -> open.push('}');
                case '[' -> open.push(']');
                case ')', '}', ']' -> assertThat(open.poll()).as(expression).isEqualTo(letter);
                default -> {}
            }
        }
        assertThat(open).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void whatIsAskedForIsAMeterThatThereIsByLabelsThatItHas(String expression) {
        Matcher ours = OURS.matcher(expression);
        while (ours.find()) {
            Meter meter = METERS.get(ours.group(1));
            assertThat(meter).as(ours.group(1)).isNotNull();
            Set<String> known = labels(meter);
            known.addAll(OF_THE_SCRAPE);
            String conditions =
                    ours.group(2) == null ? "" : QUOTED.matcher(ours.group(2)).replaceAll("");
            Arrays.stream(conditions.split(",", -1))
                    .map(condition -> condition.replaceAll("[=!~ ]", ""))
                    .filter(label -> !label.isEmpty())
                    .forEach(label -> assertThat(known).as(ours.group()).contains(label));
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aLegendNamesEveryLabelThatTellsItsSeriesApartAndNoOther(Asked asked) {
        String expression = QUOTED.matcher(asked.query().expression()).replaceAll("");
        Set<String> named = all(LEGEND_LABEL, asked.query().legend());
        List<Set<String>> kept = KEPT.matcher(expression)
                .results()
                .<Set<String>>map(found -> new TreeSet<>(List.of(found.group(1).split(", ", -1))))
                .distinct()
                .toList();
        if (kept.isEmpty()) {
            if (AGGREGATE.matcher(expression).find()) {
                assertThat(named).as("all series are one").isEmpty();
            }
            return;
        }
        assertThat(kept)
                .as("both sides of a sum or quotient are of the same series")
                .hasSize(1);
        Set<String> apart = kept.get(0);
        apart.remove("le");
        assertThat(named).isEqualTo(apart);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aChoiceThatAQueryNeedsIsAtTheTopOfItsDashboard(Asked asked) {
        assertThat(asked.dashboard().variables().stream().map(Variable::name))
                .containsAll(all(CHOICE, asked.query().expression()));
    }

    @Test
    void everyChoiceAtTheTopIsOneThatItsDashboardHeeds() {
        for (Dashboard dashboard : DeploymentFiles.dashboards()) {
            Set<String> heeded = dashboard
                    .panels()
                    .flatMap(panel -> panel.queries().stream())
                    .flatMap(query -> all(CHOICE, query.expression()).stream())
                    .collect(Collectors.toSet());

            assertThat(dashboard.variables().stream().map(Variable::name))
                    .as(dashboard.title())
                    .allSatisfy(name -> assertThat(heeded).contains(name));
        }
    }

    @Test
    void theListOfMetersNamesEachMeterAndEachLabelOnce() {
        String page = MeterTable.markdown();

        for (Meter meter : Meter.values()) {
            assertThat(page).containsOnlyOnce("| `" + meter.prometheusName() + "` |");
        }
        for (Label label : Label.values()) {
            assertThat(page).containsOnlyOnce("\n| `" + label.key() + "` |");
        }
        assertThat(page).doesNotContain("\r").endsWith("\n");
    }
}
