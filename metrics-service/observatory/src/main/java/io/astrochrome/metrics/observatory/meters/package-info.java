/** What Prometheus is told, with bounded labels. */
@NullMarked
package io.astrochrome.metrics.observatory.meters;

import org.jspecify.annotations.NullMarked;
