package io.astrochrome.colorize.composing;

import io.astrochrome.colorize.inference.ColouredFrame;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LuminanceRows;
import io.astrochrome.imaging.write.Provenance;
import java.io.IOException;

/**
 * What pictures are made of, before its luminance is at hand. The chroma may be a network's, measured, or partly both;
 * whoever gives it says so in the provenance.
 *
 * @param luminance where it lies in the store; null paints at the chroma's size, in its lightness
 * @param width of the luminance in px
 * @param height of the luminance in px
 * @param fits whether a FITS picture is made too
 * @param chroma of the whole frame, on a grid of its own
 * @param provenance what every file says
 */
public record Painting(
        ObjectReference luminance, int width, int height, boolean fits, LabImage chroma, Provenance provenance) {
    static final String FITS = "image/fits";

    public Painting {
        if (!chroma.hasColour()) {
            throw new IllegalArgumentException("a painting needs a chroma that has colour");
        }
    }

    /** A frame in the colours that a network gave it. */
    public static Painting of(ColouredFrame frame) {
        LabTensor tensor = frame.tensor();
        FrameIngested source = tensor.frame();
        return new Painting(
                tensor.luminance(),
                tensor.geometry().frameWidth(),
                tensor.geometry().frameHeight(),
                source.mediaType().equals(FITS),
                ReducedPicture.of(tensor, frame.a(), frame.b()),
                new Provenance(
                        SoftwareVersion.CURRENT,
                        frame.modelId(),
                        frame.modelName(),
                        source.fileName(),
                        source.frameId(),
                        source.target(),
                        tensor.stretch().name(),
                        tensor.stretch().parameters(),
                        frame.palette()));
    }

    /** Of its luminance. */
    long pixels() {
        return (long) width * height;
    }

    void requireSizeOf(LuminanceRows rows) throws IOException {
        if (rows.width() != width || rows.height() != height) {
            throw new IOException("the luminance is of " + rows.width() + " x " + rows.height()
                    + " px, but its frame of " + width + " x " + height);
        }
    }
}
