/** The trainer's commands: they need no broker and no object store. */
package io.astrochrome.trainer.cli;
