package io.astrochrome.imaging.decode.fits;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of several chips as those of one picture, asked for in whole rows; what lies between the chips is missing.
 * Rows stream through unless a chip lies upside down, which is kept in memory.
 */
final class ChipPixels implements PixelStream {
    private final ChipMosaic mosaic;
    private final List<PixelStream> streams;
    private final double missing;
    private final double[][] kept;
    private final boolean[] begun;
    private long row;

    /**
     * Of streams that may still be added.
     *
     * @param streams of the chips, in their order; closed with this one
     * @param missing what is stored where no chip is
     */
    ChipPixels(ChipMosaic mosaic, List<PixelStream> streams, double missing) {
        this.mosaic = mosaic;
        this.streams = streams;
        this.missing = missing;
        this.kept = new double[mosaic.chips().size()][];
        this.begun = new boolean[mosaic.chips().size()];
    }

    @Override
    public void next(short[] into, int offset, int count) throws IOException {
        double[] numbers = new double[count];
        next(numbers, 0, count);
        for (int i = 0; i < count; i++) {
            into[offset + i] = (short) numbers[i];
        }
    }

    @Override
    public void next(double[] into, int offset, int count) throws IOException {
        if (count != mosaic.width()) {
            throw new IllegalArgumentException("chips are read by whole rows of " + mosaic.width() + ", not " + count);
        }
        if (row >= mosaic.height()) {
            throw new EOFException("the chips have no more rows");
        }
        Arrays.fill(into, offset, offset + count, missing);
        for (int i = 0; i < streams.size(); i++) {
            Chip chip = mosaic.chips().get(i);
            if (chip.hasRow(row)) {
                double[] numbers = row(i, chip);
                int to = offset + (int) chip.x();
                for (int x = 0; x < chip.width(); x++) {
                    into[to + (chip.flippedColumns() ? chip.width() - 1 - x : x)] = numbers[chip.dataX() + x];
                }
            }
        }
        row++;
    }

    private double[] row(int index, Chip chip) throws IOException {
        int stored = (int) (chip.unit().values() / storedRows(chip));
        int wanted = (int) (row - chip.y());
        double[] numbers = new double[stored];
        if (!chip.flippedRows()) {
            for (int skipped = 0; skipped < chip.dataY() && !begun[index]; skipped++) {
                streams.get(index).next(numbers, 0, stored);
            }
            begun[index] = true;
            streams.get(index).next(numbers, 0, stored);
            return numbers;
        }
        if (kept[index] == null) {
            kept[index] = new double[(int) chip.unit().values()];
            streams.get(index).next(kept[index], 0, kept[index].length);
        }
        int at = (chip.dataY() + chip.height() - 1 - wanted) * stored;
        return Arrays.copyOfRange(kept[index], at, at + stored);
    }

    private static long storedRows(Chip chip) {
        return chip.unit().header().getLongValue(chip.unit().isTileCompressed() ? "ZNAXIS2" : "NAXIS2", 1);
    }

    @Override
    public void close() throws IOException {
        for (PixelStream stream : streams) {
            stream.close();
        }
    }
}
