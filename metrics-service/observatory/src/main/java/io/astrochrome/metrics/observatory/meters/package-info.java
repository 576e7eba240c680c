/** What Prometheus is told, with bounded labels. */
package io.astrochrome.metrics.observatory.meters;
