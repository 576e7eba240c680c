package io.astrochrome.imaging.color;

import io.astrochrome.tensors.TensorGrid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A picture in CIELAB's own units, row by row from the top left. Arrays are shared, not copied.
 *
 * @param width in px
 * @param height in px
 * @param lStar L* in [0, 100]
 * @param a a*, or null where the picture has no colour
 * @param b b*, as {@code a}
 */
public record LabImage(int width, int height, float[] lStar, float @Nullable [] a, float @Nullable [] b) {
    public LabImage {
        PlaneRules.length("lStar", width, height, lStar.length);
        if ((a == null) != (b == null)) {
            throw new IllegalArgumentException("a and b must be given both or neither");
        }
        if (a != null) {
            PlaneRules.length("a", width, height, a.length);
            PlaneRules.length("b", width, height, b.length);
        }
    }

    /**
     * A network's planes as a picture, without the padding.
     *
     * @param lightness normalised, on the grid, as {@code a} and {@code b} are
     * @param a null where the picture has no colour
     * @param b as {@code a}
     */
    public static LabImage ofNormalised(
            TensorGrid grid, float[] lightness, float @Nullable [] a, float @Nullable [] b) {
        return new LabImage(
                grid.contentWidth(),
                grid.contentHeight(),
                LabScale.lStar(grid.content(lightness)),
                a == null ? null : LabScale.chroma(grid.content(a)),
                b == null ? null : LabScale.chroma(grid.content(b)));
    }

    /** a* of a picture that is known to have chroma. */
    public float[] requireA() {
        return Objects.requireNonNull(a, "a picture without chroma has no a*");
    }

    /** b* of a picture that is known to have chroma. */
    public float[] requireB() {
        return Objects.requireNonNull(b, "a picture without chroma has no b*");
    }

    /** Whether the picture has chroma. */
    public boolean hasColour() {
        return a != null;
    }

    /** This lightness with other chroma. */
    public LabImage withChroma(float @Nullable [] otherA, float @Nullable [] otherB) {
        return new LabImage(width, height, lStar, otherA, otherB);
    }
}
