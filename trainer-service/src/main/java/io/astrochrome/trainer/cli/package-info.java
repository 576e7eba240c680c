/** The trainer's commands: they need no broker and no object store. */
@NullMarked
package io.astrochrome.trainer.cli;

import org.jspecify.annotations.NullMarked;
