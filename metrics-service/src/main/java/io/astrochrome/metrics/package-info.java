/**
 * The metrics service: how well the frames are coloured, and the page that shows them. It knows the other services only
 * by their topics.
 */
package io.astrochrome.metrics;
