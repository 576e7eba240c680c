/** The data folder: what lies where in it, who holds it, and what a restart finds again. */
@NullMarked
package io.astrochrome.standalone.folder;

import org.jspecify.annotations.NullMarked;
