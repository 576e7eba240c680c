/**
 * What the page shows: the newest frames with their lineage and scores, and what was quarantined. All of it is read from
 * the log, so that it is there again after a restart.
 */
@NullMarked
package io.astrochrome.metrics.observatory.feed;

import org.jspecify.annotations.NullMarked;
