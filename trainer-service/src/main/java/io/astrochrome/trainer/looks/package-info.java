/** What a model's looks are worth on pictures, and how likely each is, while the network stays as it is. */
@NullMarked
package io.astrochrome.trainer.looks;

import org.jspecify.annotations.NullMarked;
