package io.astrochrome.grafana;

import io.astrochrome.meters.Kind;
import io.astrochrome.meters.Label;
import io.astrochrome.meters.Meter;
import java.util.Locale;
import java.util.stream.Collectors;

/** The list of meters, for people. */
final class MeterTable {
    private MeterTable() {}

    static String markdown() {
        var page = new StringBuilder("""
                # Meters

                Made of `core/meters` by `deploy/grafana`; change it there.

                Every service shows its meters at `/q/metrics` in Prometheus' format. Names have one prefix, units are base units, and each label
                has a bound: values beyond it are counted as `other`. Of a summary, timer or histogram there are `_count`, `_sum` and `_max`
                (sum over count is the mean), of a histogram `_bucket` too. The JVM's own meters (`jvm_*`, `process_*`), those of Kafka's clients
                (`kafka_*`) and of HTTP (`http_server_requests_seconds`) come along.

                | meter | kind | labels | what it says |
                | --- | --- | --- | --- |
                """);
        for (Meter meter : Meter.values()) {
            page.append("| `%s` | %s | %s | %s |%n"
                    .formatted(meter.prometheusName(), kind(meter.kind()), labels(meter), meter.description()));
        }
        page.append("\n| label | what it is | most values |\n| --- | --- | --- |\n");
        for (Label label : Label.values()) {
            page.append("| `" + label.key() + "` | " + label.meaning() + " | " + label.mostValues() + " |\n");
        }
        return page.append("""

                The bounds of `target` and `model` are `astrochrome.meters.max-targets` and `astrochrome.meters.max-models`.
                """).toString().replace(System.lineSeparator(), "\n");
    }

    private static String kind(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String labels(Meter meter) {
        return meter.labels().stream().map(label -> "`" + label.key() + "`").collect(Collectors.joining(", "));
    }
}
