package io.astrochrome.colorize.cli;

import io.astrochrome.imaging.color.LuminanceRows;
import java.io.IOException;
import java.util.function.LongConsumer;

/** How far one frame is, in hundredths. Not thread-safe. */
final class FrameProgress {
    /** A whole frame. */
    static final int DONE = 100;

    private static final int DECODED = 25;
    private static final int COLOURED = 40;

    private final LongConsumer report;

    FrameProgress(LongConsumer report) {
        this.report = report;
    }

    void decoded() {
        report.accept(DECODED);
    }

    void coloured() {
        report.accept(COLOURED);
    }

    /** The same rows; reading them is progress. */
    LuminanceRows watching(LuminanceRows rows) {
        return new LuminanceRows() {
            @Override
            public int width() {
                return rows.width();
            }

            @Override
            public int height() {
                return rows.height();
            }

            @Override
            public void read(int firstRow, int count, short[] into) throws IOException {
                rows.read(firstRow, count, into);
                report.accept(COLOURED + (long) (DONE - COLOURED) * firstRow / rows.height());
            }
        };
    }
}
