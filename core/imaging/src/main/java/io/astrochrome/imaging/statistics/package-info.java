/** What can be said of a plane's values by counting them, whatever file they came from. */
package io.astrochrome.imaging.statistics;
