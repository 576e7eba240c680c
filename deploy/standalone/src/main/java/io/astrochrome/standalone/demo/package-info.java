/** The demo: a simulated camera in front of real pictures, the frames it makes, and what becomes of them. */
@NullMarked
package io.astrochrome.standalone.demo;

import org.jspecify.annotations.NullMarked;
