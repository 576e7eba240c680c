package io.astrochrome.imaging.stack;

/** Bands in memory. */
final class HeldBands implements Bands {
    private final int height;
    private final StackBand[] bands;

    /** Bands that no sub has seen. */
    HeldBands(int width, int height) {
        this.height = height;
        bands = new StackBand[(height + ROWS - 1) / ROWS];
        for (int band = 0; band < bands.length; band++) {
            bands[band] = new StackBand(width * Math.min(ROWS, height - band * ROWS));
        }
    }

    @Override
    public void change(SubWeights subs, Work work) {
        look(work);
    }

    @Override
    public void look(Work work) {
        Bands.forEach(height, (from, to) -> work.on(bands[from / ROWS], from));
    }
}
