/** What runs inside every process that the launcher starts. */
@NullMarked
package io.astrochrome.standalone.child;

import org.jspecify.annotations.NullMarked;
