/** What the networks are trained for, and the steps that train them. Driven from outside; knows no data set and no schedule. */
@NullMarked
package io.astrochrome.trainer.objective;

import org.jspecify.annotations.NullMarked;
