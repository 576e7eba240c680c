package io.astrochrome.imaging.write;

import io.astrochrome.imaging.chroma.RgbSink;
import java.io.Closeable;
import java.io.IOException;

/** One file of a coloured frame that is being written. */
interface PictureFile extends RgbSink, Closeable {
    /** Writes what comes after the last row. */
    void finish() throws IOException;
}
