package io.astrochrome.trainer.export;

/** An axis of {@code [N, C, H, W]} that a picture can be flipped along. */
enum Axis {
    ROWS(2),
    COLUMNS(3);

    private final int index;

    Axis(int index) {
        this.index = index;
    }

    int index() {
        return index;
    }
}
