package io.astrochrome.meters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Records what the {@linkplain Meter list} names. Each label has a bound: values beyond it are counted as {@value
 * BoundedLabel#OTHER}, so that no stranger's target name can fill the memory of this process or of Prometheus. Label
 * values are given in the order of {@link Meter#labels()}. Thread-safe.
 */
public final class Meters {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(3),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        Duration.ofSeconds(60)
    };

    private final MeterRegistry registry;
    private final Map<Label, BoundedLabel> bounds = new EnumMap<>(Label.class);
    private final Map<List<Object>, AtomicReference<Double>> held = new ConcurrentHashMap<>();
    private final Map<Meter, MultiGauge> tables = new ConcurrentHashMap<>();

    /** With the labels' own bounds. */
    public Meters(MeterRegistry registry) {
        this(registry, Map.of());
    }

    /**
     * With other bounds for some labels.
     *
     * @throws IllegalArgumentException where a bound is not positive
     */
    public Meters(MeterRegistry registry, Map<Label, Integer> mostValues) {
        this.registry = registry;
        for (Label label : Label.values()) {
            int most = mostValues.getOrDefault(label, label.mostValues());
            if (most < 1) {
                throw new IllegalArgumentException("label " + label.key() + " needs room for a value, not " + most);
            }
            bounds.put(label, new BoundedLabel(most));
        }
    }

    /** Counts one. */
    public void count(Meter meter, String... labels) {
        count(meter, 1, labels);
    }

    /** Counts several. */
    public void count(Meter meter, double more, String... labels) {
        Counter.builder(known(meter, Kind.COUNTER).dottedName())
                .description(meter.description())
                .baseUnit(meter.unit())
                .tags(tags(meter, labels))
                .register(registry)
                .increment(more);
    }

    /** Takes a figure into a summary; one that is not finite, or under 0 and so would let the sum fall, is left out. */
    public void record(Meter meter, double value, String... labels) {
        if (Double.isFinite(value) && value >= 0) {
            DistributionSummary.builder(known(meter, Kind.SUMMARY).dottedName())
                    .description(meter.description())
                    .baseUnit(meter.unit())
                    .tags(tags(meter, labels))
                    .register(registry)
                    .record(value);
        }
    }

    /** Takes a time; a negative one, as the clocks of two machines give it, counts as none. */
    public void time(Meter meter, Duration duration, String... labels) {
        Timer.Builder timer = Timer.builder(
                        known(meter, Kind.TIMER, Kind.HISTOGRAM).dottedName())
                .description(meter.description())
                .tags(tags(meter, labels));
        if (meter.kind() == Kind.HISTOGRAM) {
            timer.serviceLevelObjectives(BUCKETS);
        }
        timer.register(registry).record(duration.isNegative() ? Duration.ZERO : duration);
    }

    /** Shows what the supplier says whenever it is asked; the supplier is kept alive. */
    public void watch(Meter meter, Supplier<? extends Number> value, String... labels) {
        Gauge.builder(known(meter, Kind.GAUGE).dottedName(), () -> value.get())
                .description(meter.description())
                .baseUnit(meter.unit())
                .tags(tags(meter, labels))
                .strongReference(true)
                .register(registry);
    }

    /** Shows this value until another is set. */
    public void set(Meter meter, double value, String... labels) {
        Tags tags = tags(meter, labels);
        List<Object> key = new ArrayList<>(List.of(meter));
        tags.forEach(key::add);
        held.computeIfAbsent(key, missing -> {
                    var holder = new AtomicReference<>(value);
                    watch(meter, holder::get, labels);
                    return holder;
                })
                .set(value);
    }

    /** Shows these values by their labels and nothing else of that meter; whoever calls it keeps their number small. */
    public void replace(Meter meter, Map<List<String>, Double> values) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>(values.size());
        values.forEach((labels, value) -> rows.add(MultiGauge.Row.of(pairs(meter, labels), value)));
        tables.computeIfAbsent(known(meter, Kind.GAUGE), missing -> MultiGauge.builder(meter.dottedName())
                        .description(meter.description())
                        .baseUnit(meter.unit())
                        .register(registry))
                .register(rows, true);
    }

    private static Meter known(Meter meter, Kind... kinds) {
        if (!List.of(kinds).contains(meter.kind())) {
            throw new IllegalArgumentException(meter + " is a " + meter.kind() + ", not a " + List.of(kinds));
        }
        return meter;
    }

    private Tags tags(Meter meter, String... labels) {
        List<Tag> tags = new ArrayList<>(labels.length);
        for (Tag given : pairs(meter, List.of(labels))) {
            Label label = meter.labels().get(tags.size());
            tags.add(Tag.of(
                    given.getKey(), Objects.requireNonNull(bounds.get(label)).of(given.getValue())));
        }
        return Tags.of(tags);
    }

    private static Tags pairs(Meter meter, List<String> labels) {
        if (labels.size() != meter.labels().size()) {
            throw new IllegalArgumentException(meter + " has the labels " + meter.labels() + ", not " + labels);
        }
        List<Tag> tags = new ArrayList<>(labels.size());
        for (int i = 0; i < labels.size(); i++) {
            tags.add(Tag.of(meter.labels().get(i).key(), labels.get(i)));
        }
        return Tags.of(tags);
    }
}
