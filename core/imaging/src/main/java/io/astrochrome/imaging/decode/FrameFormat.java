package io.astrochrome.imaging.decode;

import java.io.IOException;

/**
 * One format's reader; a file below {@code META-INF/services} names all. Thread-safe. Both methods may throw any {@link RuntimeException} that damaged content provokes in
 * a library: {@link FrameDecoder} takes it for damage.
 */
public interface FrameFormat {
    /** What it reads. */
    MediaType mediaType();

    /** What the header says, checked against the limits; allocates nothing for pixels. */
    Probed probe(SourceFile source) throws RejectionException, IOException;

    /** The whole frame. */
    DecodedFrame decode(SourceFile source) throws RejectionException, IOException;
}
