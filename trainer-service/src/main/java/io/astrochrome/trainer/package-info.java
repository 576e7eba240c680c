/**
 * The trainer service.
 */
package io.astrochrome.trainer;
