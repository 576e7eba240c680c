package io.astrochrome.trainer.objective;

import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.Value;

/**
 * A batch on a tape.
 *
 * @param l lightness {@code [N, 1, H, W]}
 * @param ab true colour {@code [N, 2, H, W]}
 */
record Pictures(Value l, Value ab) {
    static Pictures on(Tape tape, TrainingBatch batch) {
        return new Pictures(
                tape.of(batch.l(), batch.n(), 1, batch.h(), batch.w()),
                tape.of(batch.ab(), batch.n(), 2, batch.h(), batch.w()));
    }
}
