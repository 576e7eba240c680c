/** The meters of the process. */
package io.astrochrome.platform.meters;
