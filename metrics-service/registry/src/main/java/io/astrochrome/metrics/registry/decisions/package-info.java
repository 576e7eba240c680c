/** Which models there are, who is champion or challenger, who decided so and why. */
package io.astrochrome.metrics.registry.decisions;
