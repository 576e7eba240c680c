package io.astrochrome.grafana;

/** How a panel writes its figures, by Grafana's own names. */
public enum Unit {
    COUNT("short"),
    PER_SECOND("cps"),
    SECONDS("s"),
    BYTES("bytes"),
    DECIBELS("dB"),
    SHARE("percentunit"),
    SINCE("dateTimeFromNow"),
    NONE("none");

    private final String grafanaName;

    Unit(String grafanaName) {
        this.grafanaName = grafanaName;
    }

    String grafanaName() {
        return grafanaName;
    }
}
