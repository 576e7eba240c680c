package io.astrochrome.colorize.replay;

import io.astrochrome.colorize.inference.ColouredFrame;
import java.io.IOException;

/** Where replayed frames go. */
public interface ReplaySink extends AutoCloseable {
    /**
     * Takes a frame; the same frame again replaces what was there.
     *
     * @throws IOException where this frame cannot be taken; others may
     */
    void take(ColouredFrame frame) throws IOException;

    /** Most have nothing to give back. */
    @Override
    default void close() {}
}
