package io.astrochrome.grafana;

/**
 * Moments that are marked on every chart of a dashboard.
 *
 * @param expression gives the moments themselves, in milliseconds since 1970
 * @param text of a moment, with labels in double braces
 */
public record Annotation(String name, String expression, String text) {}
