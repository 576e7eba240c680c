/** What the services measure of themselves: the one list of meters, and the way to record them with bounded labels. */
package io.astrochrome.meters;
