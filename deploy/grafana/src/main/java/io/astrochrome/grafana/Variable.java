package io.astrochrome.grafana;

import io.astrochrome.meters.Label;
import io.astrochrome.meters.Meter;
import java.util.Locale;

/** A choice at the top of a dashboard: values of a label, all of them at first. In queries: {@code $name}. */
public record Variable(Label label, Meter meter) {
    String name() {
        return label.key();
    }

    String title() {
        return name().substring(0, 1).toUpperCase(Locale.ROOT) + name().substring(1);
    }

    /** The condition on the label that the choice makes. */
    static String chosen(Label label) {
        return label.key() + "=~\"$" + label.key() + "\"";
    }
}
