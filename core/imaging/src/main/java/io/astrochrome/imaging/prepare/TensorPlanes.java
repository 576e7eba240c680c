package io.astrochrome.imaging.prepare;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.color.Resampler;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import org.jspecify.annotations.Nullable;

/**
 * What a network sees of a frame: normalised CIELAB ({@link LabScale}) in half precision, row by row from the top left, one
 * value a pixel of the grid. Arrays are shared, not copied.
 *
 * @param a null for a grey frame
 * @param b as {@code a}
 */
public record TensorPlanes(TensorGrid grid, short[] lightness, short @Nullable [] a, short @Nullable [] b) {
    public TensorPlanes {
        if ((a == null) != (b == null)) {
            throw new IllegalArgumentException("a and b must be given both or neither");
        }
        if (lightness.length != grid.pixels()
                || (a != null && (a.length != grid.pixels() || b.length != grid.pixels()))) {
            throw new IllegalArgumentException(
                    "planes must have one value for each of the grid's " + grid.pixels() + " pixels");
        }
    }

    /** The same as a picture, without the padding. */
    public LabImage picture() {
        return LabImage.ofNormalised(
                grid,
                HalfFloat.toFloats(lightness),
                a == null ? null : HalfFloat.toFloats(a),
                b == null ? null : HalfFloat.toFloats(b));
    }

    /** The same with that picture's chroma, whatever its size, brought onto the grid. */
    public TensorPlanes withChroma(LabImage picture) {
        return new TensorPlanes(
                grid, lightness, onGrid(picture, picture.requireA()), onGrid(picture, picture.requireB()));
    }

    private short[] onGrid(LabImage picture, float[] chroma) {
        float[] content = Resampler.STANDARD.resize(
                chroma, picture.width(), picture.height(), grid.contentWidth(), grid.contentHeight());
        return HalfFloat.fromFloats(LabScale.normaliseChroma(grid.pad(content)));
    }

    static TensorPlanes of(ReducedFrame frame) {
        boolean colour = frame.lab().hasColour();
        return new TensorPlanes(
                frame.grid(),
                HalfFloat.fromFloats(LabScale.normaliseLightness(frame.lab().lStar())),
                colour
                        ? HalfFloat.fromFloats(
                                LabScale.normaliseChroma(frame.lab().requireA()))
                        : null,
                colour
                        ? HalfFloat.fromFloats(
                                LabScale.normaliseChroma(frame.lab().requireB()))
                        : null);
    }
}
