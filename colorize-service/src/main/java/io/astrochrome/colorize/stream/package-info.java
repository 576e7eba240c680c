/**
 * A frame's way through the service: taken from the topic, sent through the network with those that wait beside it,
 * composed, stored, published in the order of its target, and only then committed.
 */
@NullMarked
package io.astrochrome.colorize.stream;

import org.jspecify.annotations.NullMarked;
