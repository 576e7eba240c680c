/** Past frames coloured again, beside the stream: by another model, into a folder and a topic of their own. */
@NullMarked
package io.astrochrome.colorize.replay;

import org.jspecify.annotations.NullMarked;
