/** What the service shows of its engine. */
@NullMarked
package io.astrochrome.trainer.service.engine;

import org.jspecify.annotations.NullMarked;
