/** Small frames of every kind that is prepared in a way of its own. */
package io.astrochrome.testkit.frame;
