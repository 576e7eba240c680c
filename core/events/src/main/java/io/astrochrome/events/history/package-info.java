/** Who is champion and who is challenger, of the decisions on the log: one rule for everybody who reads them. */
@NullMarked
package io.astrochrome.events.history;

import org.jspecify.annotations.NullMarked;
