/** How a model that was learnt is published. */
@NullMarked
package io.astrochrome.trainer.service.model;

import org.jspecify.annotations.NullMarked;
