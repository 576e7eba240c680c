package io.astrochrome.colorize.composing;

import io.astrochrome.colorize.inference.ColouredFrame;
import io.astrochrome.colorize.tensor.ReducedPicture;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FrameStack;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.StretchApplied;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LuminanceRows;
import io.astrochrome.imaging.compose.KnownColours;
import io.astrochrome.imaging.palette.PaletteRequest;
import io.astrochrome.imaging.write.KnownColoursFile;
import io.astrochrome.imaging.write.MeasuredColours;
import io.astrochrome.imaging.write.Provenance;
import io.astrochrome.storage.ObjectStore;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What pictures are made of, before its luminance is at hand. The chroma may be a network's, measured, or partly both;
 * whoever gives it says so in the provenance.
 *
 * @param luminance where it lies in the store; null paints at the chroma's size, in its lightness
 * @param width of the luminance in px
 * @param height of the luminance in px
 * @param fits whether a FITS picture is made too
 * @param chroma of the whole frame, on a grid of its own
 * @param known where the chroma is from, place by place; null where it is from a network alone
 * @param provenance what every file says
 */
public record Painting(
        @Nullable ObjectReference luminance,
        int width,
        int height,
        boolean fits,
        LabImage chroma,
        @Nullable KnownColours known,
        Provenance provenance) {
    static final String FITS = "image/fits";

    public Painting {
        if (!chroma.hasColour()) {
            throw new IllegalArgumentException("a painting needs a chroma that has colour");
        }
    }

    /**
     * A frame in the colours that a network gave it; a stack's picture in those that were measured, and in the network's
     * where none were.
     *
     * @throws IOException where what is known of a stack's colours cannot be read
     * @throws io.astrochrome.storage.StoreException where that is missing or altered, or the store does not answer
     */
    public static Painting of(ColouredFrame frame, ObjectStore store) throws IOException {
        LabTensor tensor = frame.tensor();
        LabImage guess = ReducedPicture.of(tensor, frame.a(), frame.b());
        FrameStack stack = tensor.stack();
        if (stack == null) {
            return of(tensor, guess, null, single(frame));
        }
        KnownColours known = KnownColoursFile.read(store.fetch(stack.colours()));
        return of(tensor, stack.hasGuess() ? known.filledWith(guess) : known.colour(), known, stacked(frame, stack));
    }

    private static Painting of(LabTensor tensor, LabImage chroma, @Nullable KnownColours known, Provenance provenance) {
        return new Painting(
                tensor.luminance(),
                tensor.geometry().frameWidth(),
                tensor.geometry().frameHeight(),
                tensor.frame().mediaType().equals(FITS),
                chroma,
                known,
                provenance);
    }

    private static Provenance single(ColouredFrame frame) {
        FrameIngested source = frame.tensor().frame();
        StretchApplied stretch = frame.tensor().stretch();
        return new Provenance(
                SoftwareVersion.CURRENT,
                frame.modelId(),
                frame.modelName(),
                source.fileName(),
                source.frameId(),
                source.target(),
                stretch.name(),
                stretch.parameters(),
                frame.palette());
    }

    private static Provenance stacked(ColouredFrame frame, FrameStack stack) {
        FrameIngested newest = frame.tensor().frame();
        StretchApplied stretch = frame.tensor().stretch();
        boolean guessed = stack.hasGuess();
        boolean reference = guessed && PaletteRequest.isOfPicture(frame.palette());
        return new Provenance(
                SoftwareVersion.CURRENT,
                guessed ? frame.modelId() : null,
                guessed ? frame.modelName() : null,
                stack.depth() + " exposures of " + newest.target(),
                stack.stackId(),
                newest.target(),
                stretch.name(),
                stretch.parameters(),
                guessed ? frame.palette() : null,
                new MeasuredColours(
                        stack.formula(),
                        stack.subs(),
                        stack.seconds(),
                        stack.measured(),
                        stack.physics(),
                        reference ? stack.guessed() : 0,
                        reference ? 0 : stack.guessed()));
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
