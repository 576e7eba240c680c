package io.astrochrome.imaging.stack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Memory for the bands that are worked on at a time, one for each processor; stacks of one size share it. Thread-safe. */
public final class BandScratch {
    private final Queue<Lent> free = new ConcurrentLinkedQueue<>();

    /**
     * A band that may have anything in it, and memory for its bytes.
     *
     * @param memory for a whole band
     */
    record Lent(StackBand band, ByteBuffer memory) {
        /** Empty room for the band's bytes. */
        ByteBuffer bytes() {
            return memory.clear().limit(band.pixels() * StackBand.BYTES_OF_A_PIXEL);
        }
    }

    /**
     * Lends memory for a band.
     *
     * @param pixels that it has
     * @param whole pixels that the stack's other bands have
     */
    void lend(int pixels, int whole, Consumer<Lent> to) {
        Lent slot = free.poll();
        if (slot == null || slot.band.pixels() != whole) {
            slot = new Lent(
                    new StackBand(whole),
                    ByteBuffer.allocateDirect(whole * StackBand.BYTES_OF_A_PIXEL)
                            .order(ByteOrder.LITTLE_ENDIAN));
        }
        try {
            to.accept(slot.band.pixels() == pixels ? slot : new Lent(new StackBand(pixels), slot.memory));
        } finally {
            free.add(slot);
        }
    }
}
