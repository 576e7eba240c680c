/**
 * The model file: its contract, the checks before it is trusted, and running it.
 */
package io.astrochrome.model;
