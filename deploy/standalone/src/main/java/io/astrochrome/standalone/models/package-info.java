/** What {@code ./run models} asks the running system. */
@NullMarked
package io.astrochrome.standalone.models;

import org.jspecify.annotations.NullMarked;
