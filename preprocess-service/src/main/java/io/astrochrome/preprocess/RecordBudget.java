package io.astrochrome.preprocess;

import io.astrochrome.imaging.prepare.TensorShape;
import io.astrochrome.tensors.TensorSides;

/**
 * How large a tensor may be so that its record fits into the topic.
 *
 * @param maxValueBytes largest value of a record
 */
record RecordBudget(int maxValueBytes) {

    /** Three planes of half-precision floats. */
    private static final int BYTES_PER_PIXEL = 3 * Short.BYTES;

    /** For the event beside the planes: names, labels, stretch parameters. */
    private static final int EVENT_BYTES = 1 << 16;

    int pixels() {
        return Math.max(0, maxValueBytes - EVENT_BYTES) / BYTES_PER_PIXEL;
    }

    /**
     * The side, where a square colour tensor of it fits.
     *
     * @throws IllegalArgumentException with the key, the side and the limit, where it does not
     */
    int require(String key, int side) {
        if (side < TensorSides.MULTIPLE) {
            throw new IllegalArgumentException(key + " must be at least " + TensorSides.MULTIPLE + " px, not " + side);
        }
        long padded = TensorSides.holding(side);
        if (padded * padded > pixels()) {
            throw new IllegalArgumentException(key + " of " + side + " px does not fit: a square colour tensor takes "
                    + (padded * padded * BYTES_PER_PIXEL + EVENT_BYTES) + " bytes, but"
                    + " astrochrome.kafka.max-message-bytes leaves " + maxValueBytes + " for a record's value");
        }
        return side;
    }

    /**
     * The whole frame with that short side, its long side as long as a record has room for.
     *
     * @throws IllegalArgumentException as {@link #require}
     */
    TensorShape.Whole whole(String key, int shortSide) {
        return TensorShape.Whole.within(require(key, shortSide), pixels());
    }
}
