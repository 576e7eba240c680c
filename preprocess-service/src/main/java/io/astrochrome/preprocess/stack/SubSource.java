package io.astrochrome.preprocess.stack;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.imaging.decode.DecodedFrame;
import java.util.Optional;

/** Brings an exposure again, to stack it again. */
@FunctionalInterface
public interface SubSource {
    /** The frame; empty where its bytes have gone or cannot be read any more. Throws where the store does not answer. */
    Optional<DecodedFrame> decoded(FrameIngested frame);
}
