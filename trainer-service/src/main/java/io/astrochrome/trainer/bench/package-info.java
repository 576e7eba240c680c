/** Programs that measure training and print what they measured. */
package io.astrochrome.trainer.bench;
