package io.astrochrome.grafana;

import static io.astrochrome.grafana.Alert.Severity.CRITICAL;
import static io.astrochrome.grafana.Alert.Severity.WARNING;
import static io.astrochrome.grafana.Promql.increase;
import static io.astrochrome.grafana.Promql.is;
import static io.astrochrome.grafana.Promql.mean;
import static io.astrochrome.grafana.Promql.quantile;
import static io.astrochrome.grafana.Promql.rate;
import static io.astrochrome.grafana.Promql.series;

import io.astrochrome.meters.Label;
import io.astrochrome.meters.Meter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All alert rules. */
public final class Alerts {
    private static final List<Label> ALL = List.of();
    private static final String UP = "up{job=\"astrochrome\"}";
    private static final List<String> SERVICES = List.of("ingest", "preprocess", "trainer", "colorize", "metrics");

    private Alerts() {}

    /** In the order of their file. */
    public static List<Alert> all() {
        return Stream.of(stream(), colours(), training(), processes())
                .flatMap(List::stream)
                .toList();
    }

    private static Alert alert(
            String name,
            String measured,
            String condition,
            String lasting,
            Alert.Severity severity,
            String summary,
            String description) {
        return new Alert(name, measured + " " + condition, List.of(measured), lasting, severity, summary, description);
    }

    private static List<Alert> stream() {
        String waiting = "sum(" + series(Meter.CONSUMER_LAG, is(Label.GROUP, "colorize-service")) + ")";
        String handled = increase(Meter.FRAMES, "10m", ALL, is(Label.STAGE, "colorize"));
        return List.of(
                new Alert(
                        "ServiceDown",
                        // Whoever has no instance left is found under no name, and not scraped at all.
                        SERVICES.stream()
                                .map(service -> "absent(up{job=\"astrochrome\", service=\"" + service + "\"})")
                                .collect(Collectors.joining(" or ", UP + " == 0 or ", "")),
                        List.of(UP),
                        "2m",
                        CRITICAL,
                        "{{ $labels.service }} does not answer",
                        "For two minutes {{ if $labels.instance }}the scrape of {{ $labels.instance }} has failed"
                                + "{{ else }}there has been no instance of it{{ end }}."),
                new Alert(
                        "StreamStandsStill",
                        // A service that has handled none since its start has no series yet.
                        waiting + " > 0 and on () (" + handled + " or vector(0)) == 0",
                        List.of(waiting, handled),
                        "5m",
                        CRITICAL,
                        "Frames wait, and none is coloured",
                        "{{ $value }} records wait for the colorize-service, which has handled none for ten minutes."),
                alert(
                        "ConsumerFallsBehind",
                        "max by (group, topic) (" + series(Meter.CONSUMER_LAG) + ")",
                        "> 500",
                        "15m",
                        WARNING,
                        "{{ $labels.group }} falls behind on {{ $labels.topic }}",
                        "{{ $value }} records have been waiting for a quarter of an hour or longer."),
                alert(
                        "FramesLate",
                        quantile(0.95, Meter.END_TO_END, "10m", ALL),
                        "> 20",
                        "10m",
                        WARNING,
                        "Frames come to the page late",
                        "One frame in twenty takes {{ $value | humanizeDuration }} or longer from arrival to page."),
                alert(
                        "DeadLettersPileUp",
                        increase(Meter.DEAD_LETTERS, "15m", List.of(Label.STAGE, Label.TOPIC)),
                        "> 5",
                        "0m",
                        WARNING,
                        "{{ $labels.stage }} puts records of {{ $labels.topic }} aside",
                        "{{ $value | humanize }} records within a quarter of an hour could not be handled."),
                alert(
                        "ExposuresRefused",
                        increase(Meter.SUBS, "30m", List.of(), is(Label.OUTCOME, "refused")) + " / "
                                + increase(Meter.SUBS, "30m", List.of()),
                        "> 0.5",
                        "15m",
                        WARNING,
                        "More exposures are left out than stacked",
                        "{{ $value | humanizePercentage }} of the last half hour's exposures were refused."),
                alert(
                        "StoreDoesNotAnswer",
                        rate(Meter.RETRIES, "5m", List.of(Label.STAGE)),
                        "> 0",
                        "5m",
                        CRITICAL,
                        "{{ $labels.stage }} waits for the object store",
                        "Calls of the object store have been repeated for five minutes; frames wait, none is lost."));
    }

    private static List<Alert> colours() {
        List<Label> byBoth = List.of(Label.MODEL, Label.TARGET);
        String gain = Promql.gain("1h", byBoth);
        String count = rate(Meter.PSNR, "1h", byBoth);
        return List.of(
                new Alert(
                        "ColoursWorseThanGrey",
                        gain + " < 0 and " + count + " * 3600 > 10",
                        List.of(gain, count),
                        "30m",
                        WARNING,
                        "Model {{ $labels.model }} makes {{ $labels.target }} worse than grey",
                        "Over the last hour its colours gained {{ $value | printf \"%.2f\" }} dB on a grey picture."),
                alert(
                        "ColoursFlicker",
                        mean(Meter.FLICKER, "30m", byBoth),
                        "> 3",
                        "15m",
                        WARNING,
                        "The colours of {{ $labels.target }} flicker",
                        "From frame to frame the mean colour jumps by {{ $value | humanize }} CIELAB units."),
                alert(
                        "FramesDrift",
                        series(Meter.DRIFT),
                        "> 1",
                        "1h",
                        WARNING,
                        "Frames are not those that the champion learnt from",
                        "Their {{ $labels.signal }} is {{ $value | humanize }} times as far away as it may be."));
    }

    private static List<Alert> training() {
        String failed = "delta(" + series(Meter.TRAINING_RUNS, is(Label.STATE, "failed")) + "[1h])";
        String running = series(Meter.TRAINING_RUNS, is(Label.STATE, "running"));
        String moved = "changes(" + series(Meter.TRAINING_STEP) + "[30m])";
        return List.of(
                alert(
                        "TrainingFailed",
                        failed,
                        "> 0",
                        "0m",
                        WARNING,
                        "A training run has failed",
                        "The champion stays as it is; the run's last event says why it failed."),
                new Alert(
                        "TrainingStandsStill",
                        running + " > 0 and on () " + moved + " == 0",
                        List.of(running, moved),
                        "15m",
                        WARNING,
                        "A training run does not get on",
                        "It says that it runs, but has taken no step for half an hour."));
    }

    private static List<Alert> processes() {
        return List.of(
                alert(
                        "HeapNearlyFull",
                        "sum by (service, instance) (jvm_memory_used_bytes{area=\"heap\"})"
                                + " / sum by (service, instance) (jvm_memory_max_bytes{area=\"heap\"})",
                        "> 0.9",
                        "10m",
                        WARNING,
                        "{{ $labels.service }} has hardly any heap left",
                        "{{ $value | humanizePercentage }} of the heap has been in use for ten minutes."),
                alert(
                        "NativeMemoryGrows",
                        "deriv(" + series(Meter.NATIVE_MEMORY) + "[2h]) * 3600",
                        "> 100 * 1024 * 1024",
                        "2h",
                        WARNING,
                        "{{ $labels.service }} takes ever more native memory",
                        "It grows by {{ $value | humanize1024 }}B an hour."),
                alert(
                        "DiskNearlyFull",
                        series(Meter.DISK_FREE),
                        "< 1024 * 1024 * 1024",
                        "5m",
                        WARNING,
                        "{{ $labels.service }} has hardly any room for files",
                        "{{ $value | humanize1024 }}B are free where it keeps files under way."),
                storeNearlyFull());
    }

    /** Where nobody says what the store may grow to there is nothing to divide by, and no alert. */
    private static Alert storeNearlyFull() {
        String size = "sum(max by (kind) (" + series(Meter.STORE_SIZE) + "))";
        String capacity = "max(" + series(Meter.STORE_CAPACITY) + ")";
        return new Alert(
                "StoreNearlyFull",
                size + " / (" + capacity + " > 0) > 0.85",
                List.of(size, capacity),
                "10m",
                WARNING,
                "The object store is nearly full",
                "{{ $value | humanizePercentage }} of what it may grow to is in use.");
    }
}
