/** The models that are loaded, by what each is for, and the leases by which they are used. */
@NullMarked
package io.astrochrome.colorize.model;

import org.jspecify.annotations.NullMarked;
