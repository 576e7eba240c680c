package io.astrochrome.colorize.palette;

import io.astrochrome.imaging.decode.DecodeOutcome;
import io.astrochrome.imaging.decode.Decoded;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.decode.Rejected;
import io.astrochrome.imaging.palette.Palette;
import io.astrochrome.imaging.prepare.FramePipeline;
import io.astrochrome.imaging.prepare.TensorShape;
import io.astrochrome.imaging.stretch.StretchChoice;
import java.nio.file.Path;

/** The palette of a picture in a file, decoded within limits and stretched where it is linear. Thread-safe. */
public final class PicturePalette {
    private static final TensorShape SHAPE = TensorShape.whole(FramePipeline.TRAINING_SIDE);

    private final FrameDecoder decoder;
    private final FramePipeline pipeline = new FramePipeline(StretchChoice.DEFAULT);

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
        return Palette.of(name, pipeline.prepare(frame, SHAPE).picture());
    }
}
