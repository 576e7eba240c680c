package io.astrochrome.imaging.prepare;

import io.astrochrome.tensors.TensorSides;

/** Which part of a frame a network sees, and how large. Immutable. */
public sealed interface TensorShape {
    /** Pixels of a tensor that a record of the stream has room for by default: 4 MiB, three halves a pixel. */
    int MOST_PIXELS = 677_205;

    /** Short side in px of a live frame by default, and the side at which models are measured. */
    int LIVE_SIDE = 224;

    /** What a model is shown by default: the stream's side, or its own where it was trained at a larger one. */
    static TensorShape live(int trainedSide) {
        return whole(Math.max(LIVE_SIDE, trainedSide));
    }

    /** The whole frame with that short side, its long side as long as a record has room for by default. */
    static TensorShape whole(int shortSide) {
        return Whole.within(shortSide, MOST_PIXELS);
    }

    /**
     * The whole frame, its aspect kept, edges repeated up to multiples of 32.
     *
     * @param shortSide of the frame's content in px, less where the longer side would pass {@code longestSide}
     * @param longestSide in px
     */
    record Whole(int shortSide, int longestSide) implements TensorShape {
        public Whole {
            if (shortSide < 1 || longestSide < shortSide) {
                throw new IllegalArgumentException(
                        "the longest side must be at least the short side, not " + longestSide + " with " + shortSide);
            }
        }

        /** With the longest side, a multiple of 32, that keeps a tensor within so many pixels. */
        public static Whole within(int shortSide, int mostPixels) {
            int padded = Math.toIntExact(TensorSides.holding(shortSide));
            int longest = mostPixels / padded / TensorSides.MULTIPLE * TensorSides.MULTIPLE;
            return new Whole(shortSide, Math.max(padded, longest));
        }
    }

    /**
     * The square at the frame's centre, the frame reduced to that short side.
     *
     * @param side in px, a multiple of 32
     */
    record CentreCrop(int side) implements TensorShape {
        public CentreCrop {
            if (!TensorSides.fits(side)) {
                throw new IllegalArgumentException(
                        "a crop's side must be a multiple of " + TensorSides.MULTIPLE + ", not " + side);
            }
        }
    }
}
