/**
 * The colorize service.
 */
package io.astrochrome.colorize;
