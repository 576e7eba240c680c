/** What a run learns from: pictures as LAB tensors in a local store, where they come from and which of them are used. */
@NullMarked
package io.astrochrome.trainer.data;

import org.jspecify.annotations.NullMarked;
