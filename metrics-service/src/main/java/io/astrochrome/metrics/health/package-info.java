/** Whether the service does its work: red where a consumer stands still. */
@NullMarked
package io.astrochrome.metrics.health;

import org.jspecify.annotations.NullMarked;
