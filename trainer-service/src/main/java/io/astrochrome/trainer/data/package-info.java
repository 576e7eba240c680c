/** What a run learns from: pictures as LAB tensors in a local store, where they come from and which of them are used. */
package io.astrochrome.trainer.data;
