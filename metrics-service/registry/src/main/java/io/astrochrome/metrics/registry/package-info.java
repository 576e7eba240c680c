/** Which models there are, which of them colours, and when another is wanted. */
package io.astrochrome.metrics.registry;
