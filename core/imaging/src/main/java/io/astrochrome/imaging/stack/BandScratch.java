package io.astrochrome.imaging.stack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Memory for the bands that are worked on at a time, one for each processor; stacks of one size share it. Thread-safe. */
public final class BandScratch {
    private final Queue<Slot> free = new ConcurrentLinkedQueue<>();

    /** A whole band, and its bytes. */
    private record Slot(StackBand band, ByteBuffer bytes) {}

    /** A band that may have anything in it, and room for its bytes. */
    static final class Lent {
        private final StackBand band;
        private final ByteBuffer bytes;

        private Lent(StackBand band, ByteBuffer bytes) {
            this.band = band;
            this.bytes = bytes;
        }

        StackBand band() {
            return band;
        }

        /** Empty room for the band's bytes. */
        ByteBuffer bytes() {
            return bytes.clear().limit(band.pixels() * StackBand.BYTES_OF_A_PIXEL);
        }
    }

    /**
     * Lends memory for a band.
     *
     * @param pixels that it has
     * @param whole pixels that the stack's other bands have
     */
    void lend(int pixels, int whole, Consumer<Lent> to) {
        Slot slot = free.poll();
        if (slot == null || slot.band.pixels() != whole) {
            slot = new Slot(
                    new StackBand(whole),
                    ByteBuffer.allocateDirect(whole * StackBand.BYTES_OF_A_PIXEL)
                            .order(ByteOrder.LITTLE_ENDIAN));
        }
        try {
            to.accept(new Lent(slot.band.pixels() == pixels ? slot.band : new StackBand(pixels), slot.bytes));
        } finally {
            free.add(slot);
        }
    }
}
