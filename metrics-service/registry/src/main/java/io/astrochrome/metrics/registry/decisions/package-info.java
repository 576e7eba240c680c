/** Which models there are, who is champion or challenger, who decided so and why. */
@NullMarked
package io.astrochrome.metrics.registry.decisions;

import org.jspecify.annotations.NullMarked;
