/**
 * The model file: its contract, the checks before it is trusted, and running it.
 */
@NullMarked
package io.astrochrome.model;

import org.jspecify.annotations.NullMarked;
