package io.astrochrome.grafana;

/**
 * What a panel asks Prometheus.
 *
 * @param expression PromQL; may have the dashboard's variables and Grafana's own
 * @param legend how a series is named, with labels in double braces
 */
public record Query(String expression, String legend) {
    public Query {
        if (expression.isBlank()) {
            throw new IllegalArgumentException("a query needs an expression");
        }
    }
}
