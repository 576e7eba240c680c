/** What the trainer takes in from the stream: tensors to learn from, and requests for runs. */
package io.astrochrome.trainer.stream;
