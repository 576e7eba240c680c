package io.astrochrome.grafana;

import io.astrochrome.meters.Kind;
import io.astrochrome.meters.Label;
import io.astrochrome.meters.Meter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Expressions over the list of meters, so that no query can name a meter or a label that does not exist. */
final class Promql {
    /** Grafana's own: long enough for a few scrapes, and as long as a point of the chart stands for. */
    static final String INTERVAL = "$__rate_interval";

    private Promql() {}

    /** The meter, or those of its series that meet all conditions. */
    static String series(Meter meter, String... conditions) {
        return selector(meter.prometheusName(), conditions);
    }

    /** A condition: the label is that value. */
    static String is(Label label, String value) {
        return label.key() + "=\"" + value + "\"";
    }

    /** A counter's growth a second, or how many values a second a summary or timer takes. */
    static String rate(Meter meter, String interval, List<Label> by, String... conditions) {
        String name = meter.kind() == Kind.COUNTER ? meter.prometheusName() : meter.prometheusName() + "_count";
        return "sum" + by(by) + " (rate(" + selector(name, conditions) + "[" + interval + "]))";
    }

    /** A counter's growth over a time. */
    static String increase(Meter meter, String interval, List<Label> by, String... conditions) {
        return "sum" + by(by) + " (increase(" + selector(meter.prometheusName(), conditions) + "[" + interval + "]))";
    }

    /** The mean of what a summary or timer took within a time. */
    static String mean(Meter meter, String interval, List<Label> by, String... conditions) {
        return total("_sum", meter, interval, by, conditions) + " / "
                + total("_count", meter, interval, by, conditions);
    }

    /** What the mean PSNR of frames was above that of the same frames in grey, in decibels; negative where grey is nearer. */
    static String gain(String interval, List<Label> by, String... conditions) {
        return "(" + total("_sum", Meter.PSNR, interval, by, conditions) + " - "
                + total("_sum", Meter.GREY_PSNR, interval, by, conditions) + ") / "
                + total("_count", Meter.PSNR, interval, by, conditions);
    }

    private static String total(String ending, Meter meter, String interval, List<Label> by, String... conditions) {
        return "sum" + by(by) + " (rate(" + selector(meter.prometheusName() + ending, conditions) + "[" + interval
                + "]))";
    }

    /** What that share of a histogram's times was under. */
    static String quantile(double share, Meter meter, String interval, List<Label> by, String... conditions) {
        if (meter.kind() != Kind.HISTOGRAM) {
            throw new IllegalArgumentException(meter + " has no buckets");
        }
        String labels = by.stream().map(label -> ", " + label.key()).collect(Collectors.joining());
        return "histogram_quantile(" + share + ", sum by (le" + labels + ") (rate("
                + selector(meter.prometheusName() + "_bucket", conditions) + "[" + interval + "])))";
    }

    /** How a legend names these labels' values. */
    static String legend(Label... labels) {
        return Arrays.stream(labels).map(label -> "{{" + label.key() + "}}").collect(Collectors.joining(" · "));
    }

    private static String by(List<Label> labels) {
        return labels.isEmpty()
                ? ""
                : " by (" + labels.stream().map(Label::key).collect(Collectors.joining(", ")) + ")";
    }

    private static String selector(String name, String... conditions) {
        return conditions.length == 0 ? name : name + "{" + String.join(", ", conditions) + "}";
    }
}
