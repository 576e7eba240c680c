/** Memory that is bounded by a number of entries. */
package io.astrochrome.platform.cache;
