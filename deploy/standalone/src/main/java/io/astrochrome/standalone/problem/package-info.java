/** What the services say where they refuse a request. */
@NullMarked
package io.astrochrome.standalone.problem;

import org.jspecify.annotations.NullMarked;
