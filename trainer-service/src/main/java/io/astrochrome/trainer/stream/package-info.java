/** What the trainer takes in from the stream: tensors to learn from, and requests for runs. */
@NullMarked
package io.astrochrome.trainer.stream;

import org.jspecify.annotations.NullMarked;
