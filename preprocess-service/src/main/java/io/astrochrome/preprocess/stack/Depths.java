package io.astrochrome.preprocess.stack;

/** At which depths a stack is shown: 1, 2, 3, 4, 6, 8, 12, 16, 24 and so on, where a viewer sees that it has grown. */
final class Depths {
    private Depths() {}

    /** The greatest of them that is not above the depth; 0 where there is none. */
    static int stepOf(int depth) {
        int step = 0;
        for (int power = 1; power <= depth; power *= 2) {
            step = power;
            if (power >= 2 && power + power / 2 <= depth) {
                step = power + power / 2;
            }
        }
        return step;
    }
}
