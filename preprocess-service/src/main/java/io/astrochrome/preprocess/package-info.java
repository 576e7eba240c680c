/**
 * The preprocess service.
 */
package io.astrochrome.preprocess;
