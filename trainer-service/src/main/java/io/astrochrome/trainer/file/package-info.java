/**
 * Files that are whole or not there.
 */
@NullMarked
package io.astrochrome.trainer.file;

import org.jspecify.annotations.NullMarked;
