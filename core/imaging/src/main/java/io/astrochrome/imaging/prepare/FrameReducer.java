package io.astrochrome.imaging.prepare;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;
import io.astrochrome.imaging.color.Luminance16;
import io.astrochrome.imaging.color.ResampleKernel;
import io.astrochrome.imaging.color.Resampler;
import io.astrochrome.imaging.stretch.StretchedFrame;
import io.astrochrome.tensors.TensorGrid;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Reduces stretched frames for a network. The encoded planes are reduced and then brought to CIELAB, as picture tools do
 * that others compare with. Thread-safe; memory beyond the result is a few rows.
 */
public final class FrameReducer {
    private final Resampler resampler;

    /** A reducer with the kernel that models are trained with. */
    public FrameReducer() {
        this(ResampleKernel.LANCZOS3);
    }

    /** A reducer with another kernel. */
    public FrameReducer(ResampleKernel kernel) {
        this.resampler = new Resampler(kernel);
    }

    /** The frame in that shape. */
    public ReducedFrame reduce(StretchedFrame frame, TensorShape shape) {
        if (shape instanceof TensorShape.CentreCrop crop) {
            return centreCrop(frame, crop.side());
        }
        return whole(frame, (TensorShape.Whole) shape);
    }

    private ReducedFrame whole(StretchedFrame frame, TensorShape.Whole shape) {
        TensorGrid grid = TensorGrid.of(frame.width(), frame.height(), shape.shortSide(), shape.longestSide());
        LabImage content = lab(
                frame,
                grid.contentWidth(),
                grid.contentHeight(),
                plane -> resampler.resize(
                        plane, frame.width(), frame.height(), grid.contentWidth(), grid.contentHeight()));
        return new ReducedFrame(
                grid,
                new LabImage(
                        grid.width(),
                        grid.height(),
                        grid.pad(content.lStar()),
                        content.hasColour() ? grid.pad(content.requireA()) : null,
                        content.hasColour() ? grid.pad(content.requireB()) : null));
    }

    /** The grid lies on the frame's central square. */
    private ReducedFrame centreCrop(StretchedFrame frame, int side) {
        int square = Math.min(frame.width(), frame.height());
        return new ReducedFrame(
                TensorGrid.of(square, square, side, side),
                lab(frame, side, side, plane -> resampler.centreSquare(plane, frame.width(), frame.height(), side)));
    }

    /** The frame's luminance in full resolution, in a plane of its own. */
    public static Luminance16 luminance(StretchedFrame frame) {
        return frame.channels() == 1
                ? LabPlanes.luminanceOfGrey(frame.width(), frame.height(), frame.plane(0))
                : LabPlanes.luminanceOf(frame.width(), frame.height(), frame.plane(0), frame.plane(1), frame.plane(2));
    }

    private static LabImage lab(StretchedFrame frame, int width, int height, Function<short[], float[]> reduction) {
        float[][] planes = new float[frame.channels()][];
        Arrays.setAll(planes, c -> clipped(reduction.apply(frame.plane(c))));
        return planes.length == 1
                ? LabPlanes.fromGrey(width, height, planes[0])
                : LabPlanes.fromSrgb(width, height, planes[0], planes[1], planes[2]);
    }

    /** Beside a star the kernel's negative lobes go below black. */
    private static float[] clipped(float[] plane) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] = Math.max(0, Math.min(1, plane[i]));
        }
        return plane;
    }
}
