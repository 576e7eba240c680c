/** The room on the disk that a service needs, and whether there is enough. */
@NullMarked
package io.astrochrome.platform.disk;

import org.jspecify.annotations.NullMarked;
