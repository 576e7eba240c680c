package io.astrochrome.colorize.palette;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.decode.DecodeOutcome;
import io.astrochrome.imaging.decode.Decoded;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.decode.Rejected;
import io.astrochrome.imaging.palette.Palette;
import io.astrochrome.imaging.prepare.FrameReducer;
import io.astrochrome.imaging.stretch.StretchChoice;
import io.astrochrome.imaging.stretch.StretchedFrame;
import java.nio.file.Path;

/** The palette of a picture in a file, decoded within limits and stretched where it is linear. Thread-safe. */
public final class PicturePalette {
    private static final int SIDE = 256;

    private final FrameDecoder decoder;
    private final FrameReducer reducer = new FrameReducer();

    public PicturePalette(FrameDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * The picture's colours.
     *
     * @param name what messages call the file, and the palette's name
     * @throws IllegalArgumentException where the file is no picture, or one without colour; the message says which
     */
    public Palette of(Path file, String name) {
        DecodeOutcome outcome = decoder.decode(file, name);
        if (outcome instanceof Rejected rejected) {
            throw new IllegalArgumentException(rejected.message());
        }
        DecodedFrame frame = ((Decoded) outcome).frame();
        if (frame.channels() == 1) {
            throw new IllegalArgumentException(name + " has no colour to take a palette of");
        }
        StretchedFrame stretched = StretchChoice.DEFAULT.of(frame).fit(frame).applyInPlace(frame);
        LabImage picture = reducer.whole(stretched, SIDE, 4 * SIDE).lab();
        return Palette.of(name, picture);
    }
}
