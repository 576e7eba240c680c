package io.astrochrome.preprocess;

import io.astrochrome.events.FrameGeometry;
import io.astrochrome.events.LabTensor;
import io.astrochrome.imaging.color.TensorGrid;
import io.astrochrome.tensors.HalfFloat;

/** Planes and grids as the events have them. */
final class TensorEvents {
    private TensorEvents() {}

    static FrameGeometry geometry(TensorGrid grid) {
        return new FrameGeometry(
                grid.frameWidth(),
                grid.frameHeight(),
                grid.width(),
                grid.height(),
                grid.contentWidth(),
                grid.contentHeight());
    }

    /** L&#42; in [0, 100] as halves in [-1, 1]. */
    static short[] lightness(float[] lStar) {
        short[] halves = new short[lStar.length];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = HalfFloat.fromFloat(lStar[i] / 50 - 1);
        }
        return halves;
    }

    /** a&#42; or b&#42; as halves in [-1, 1]; null for a frame without colour. */
    static short[] chroma(float[] plane) {
        if (plane == null) {
            return null;
        }
        short[] halves = new short[plane.length];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = HalfFloat.fromFloat(plane[i] / LabTensor.CHROMA_SCALE);
        }
        return halves;
    }
}
