package io.astrochrome.grafana;

import static io.astrochrome.grafana.Panel.lines;
import static io.astrochrome.grafana.Promql.INTERVAL;
import static io.astrochrome.grafana.Promql.legend;
import static io.astrochrome.grafana.Promql.rate;
import static io.astrochrome.grafana.Promql.series;

import io.astrochrome.meters.Label;
import io.astrochrome.meters.Meter;
import java.util.List;

/** Is the machinery well: consumers, dead letters, memory, clients of Kafka, HTTP? */
final class StreamHealth {
    private static final String SERVICE = "{{service}}";

    private StreamHealth() {}

    static Dashboard dashboard() {
        return new Dashboard(
                "astrochrome-stream-health",
                "Astrochrome: stream health",
                "Is the machinery well?",
                List.of(),
                List.of(),
                List.of(stream(), store(), memory(), clients()));
    }

    private static Row stream() {
        return Row.of(
                "Stream",
                lines(
                        "Services up",
                        "1 where the scrape answers.",
                        Unit.NONE,
                        6,
                        new Query("up{job=\"astrochrome\"}", SERVICE)),
                lines(
                        "Consumer lag",
                        "Records that a group has still to read. Short peaks are batches of frames; a slope is a stage"
                                + " that is too slow.",
                        Unit.COUNT,
                        9,
                        new Query(
                                "max by (group, topic) (" + series(Meter.CONSUMER_LAG) + ")",
                                legend(Label.GROUP, Label.TOPIC))),
                lines(
                        "Dead letters",
                        "Records put aside, by who gave them up.",
                        Unit.PER_SECOND,
                        9,
                        new Query(
                                rate(Meter.DEAD_LETTERS, INTERVAL, List.of(Label.STAGE, Label.TOPIC)),
                                legend(Label.STAGE, Label.TOPIC))),
                lines(
                        "Under way",
                        "Records between arrival and commit.",
                        Unit.COUNT,
                        5,
                        new Query("sum by (stage) (" + series(Meter.UNDER_WAY) + ")", legend(Label.STAGE))),
                lines(
                        "Repeated calls",
                        "Of the object store, because it did not answer.",
                        Unit.PER_SECOND,
                        5,
                        new Query(rate(Meter.RETRIES, INTERVAL, List.of(Label.STAGE)), legend(Label.STAGE))),
                lines(
                        "Stretches fitted",
                        "Static stretches of sequences, by cause. Often moved: a restless sky, or frames that are not alike.",
                        Unit.PER_SECOND,
                        5,
                        new Query(rate(Meter.STRETCHES, INTERVAL, List.of(Label.CAUSE)), legend(Label.CAUSE))),
                lines(
                        "Smaller than the model's side",
                        "Live frames whose tensor is smaller than what the model was trained at: raise live-side.",
                        Unit.PER_SECOND,
                        5,
                        new Query(rate(Meter.UNDERSIZED, INTERVAL, List.of(Label.STAGE)), legend(Label.STAGE))),
                lines(
                        "Bytes taken in",
                        "Of frames, by purpose.",
                        Unit.BYTES,
                        4,
                        new Query(rate(Meter.INGESTED, INTERVAL, List.of(Label.PURPOSE)), legend(Label.PURPOSE))));
    }

    private static Row store() {
        String byKind = "max by (kind) (";
        return Row.of(
                "Object store",
                lines(
                        "Size",
                        "By kind of object, looked at now and then. What need not be kept: ./run prune.",
                        Unit.BYTES,
                        12,
                        new Query(byKind + series(Meter.STORE_SIZE) + ")", legend(Label.KIND)),
                        new Query("max(" + series(Meter.STORE_CAPACITY) + ")", "capacity")),
                lines(
                        "Objects",
                        "By kind.",
                        Unit.COUNT,
                        12,
                        new Query(byKind + series(Meter.STORE_OBJECTS) + ")", legend(Label.KIND))));
    }

    private static Row memory() {
        return Row.of(
                "Memory and processor",
                lines(
                        "Heap",
                        "Used by Java objects.",
                        Unit.BYTES,
                        6,
                        new Query("sum by (service) (jvm_memory_used_bytes{area=\"heap\"})", SERVICE)),
                lines(
                        "Native",
                        "Beyond what the JVM has committed: networks, buffers, threads. A slope that never ends is a leak.",
                        Unit.BYTES,
                        6,
                        new Query("sum by (service) (" + series(Meter.NATIVE_MEMORY) + ")", SERVICE)),
                lines(
                        "Resident",
                        "What the machine gives to each process.",
                        Unit.BYTES,
                        6,
                        new Query("sum by (service) (" + series(Meter.RESIDENT_MEMORY) + ")", SERVICE)),
                lines(
                        "Processor",
                        "Share of the machine that each process takes.",
                        Unit.SHARE,
                        6,
                        new Query("max by (service) (process_cpu_usage)", SERVICE)),
                lines(
                        "Pauses",
                        "Share of the time that a JVM stands still to collect garbage.",
                        Unit.SHARE,
                        12,
                        new Query("sum by (service) (rate(jvm_gc_pause_seconds_sum[" + INTERVAL + "]))", SERVICE)),
                lines(
                        "Threads",
                        "Live ones.",
                        Unit.COUNT,
                        12,
                        new Query("sum by (service) (jvm_threads_live_threads)", SERVICE)));
    }

    private static Row clients() {
        return Row.of(
                "Kafka and HTTP",
                lines(
                        "Records read",
                        "A second, by topic, as Kafka's own clients count them.",
                        Unit.PER_SECOND,
                        8,
                        new Query(
                                "sum by (service, topic) (kafka_consumer_fetch_manager_records_consumed_rate{topic!=\"\"})",
                                SERVICE + " · {{topic}}")),
                lines(
                        "Longest lag of a partition",
                        "As the consumers themselves see it.",
                        Unit.COUNT,
                        8,
                        new Query(
                                "max by (service, topic) (kafka_consumer_fetch_manager_records_lag)",
                                SERVICE + " · {{topic}}")),
                lines(
                        "HTTP answers",
                        "By service and kind of answer.",
                        Unit.PER_SECOND,
                        8,
                        new Query(
                                "sum by (service, outcome) (rate(http_server_requests_seconds_count[" + INTERVAL
                                        + "]))",
                                SERVICE + " · {{outcome}}")));
    }
}
