package io.astrochrome.imaging.chroma;

import java.io.IOException;

/** Takes a picture strip by strip, from the top, on one thread. */
@FunctionalInterface
public interface RgbSink {
    /** Takes the next rows. */
    void accept(RgbStrip strip) throws IOException;
}
