package io.astrochrome.meters;

/** What sort of figure a meter is, as Prometheus shows it. */
public enum Kind {
    /** Only grows; its name ends in {@code _total}. */
    COUNTER,
    /** How it is now. */
    GAUGE,
    /** Figures by their {@code _count}, {@code _sum} and {@code _max}; sum over count is the mean. */
    SUMMARY,
    /** Times, as a {@link #SUMMARY}. */
    TIMER,
    /** Times, with {@code _bucket}s beside, so that quantiles can be asked for. */
    HISTOGRAM
}
