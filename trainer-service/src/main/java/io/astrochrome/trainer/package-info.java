/**
 * The trainer service.
 */
@NullMarked
package io.astrochrome.trainer;

import org.jspecify.annotations.NullMarked;
