/** Dead letters for the page and for scripts: what there is, and putting it back. */
package io.astrochrome.metrics.observatory.deadletter;
