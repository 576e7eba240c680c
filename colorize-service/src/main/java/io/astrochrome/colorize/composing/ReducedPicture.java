package io.astrochrome.colorize.composing;

import io.astrochrome.events.FrameGeometry;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.color.Luminance16;
import io.astrochrome.imaging.color.TensorGrid;

/** A network's planes as a picture in CIELAB's own units, without the padding. Pure. */
public final class ReducedPicture {
    private ReducedPicture() {}

    /** An event's geometry as the imaging code's. */
    public static TensorGrid grid(FrameGeometry geometry) {
        return new TensorGrid(
                geometry.frameWidth(),
                geometry.frameHeight(),
                geometry.width(),
                geometry.height(),
                geometry.contentWidth(),
                geometry.contentHeight());
    }

    /**
     * The part of the planes that shows the frame.
     *
     * @param lightness 2 L&#42;/100 - 1 on the grid
     * @param a a&#42;/110 on the grid
     * @param b b&#42;/110 on the grid
     */
    public static LabImage of(TensorGrid grid, float[] lightness, float[] a, float[] b) {
        return new LabImage(
                grid.contentWidth(),
                grid.contentHeight(),
                LabScale.lStar(grid.content(lightness)),
                LabScale.chroma(grid.content(a)),
                LabScale.chroma(grid.content(b)));
    }

    /** The reduced lightness as a luminance, for a frame whose own is not stored. */
    public static Luminance16 luminance(LabImage reduced) {
        short[] samples = new short[reduced.lStar().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Luminance16.fromLstar(reduced.lStar()[i]);
        }
        return new Luminance16(reduced.width(), reduced.height(), samples);
    }
}
