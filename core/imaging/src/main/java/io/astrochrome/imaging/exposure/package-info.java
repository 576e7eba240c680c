/** What the headers of a telescope's files say of how they were taken. */
package io.astrochrome.imaging.exposure;
