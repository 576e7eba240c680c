package io.astrochrome.metrics.tensors;

import io.astrochrome.events.FrameGeometry;
import io.astrochrome.events.LabTensor;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.tensors.HalfFloat;

/** A tensor as a picture: without the padding, in CIELAB's units. Thread-safe. */
public final class TensorPicture {
    private TensorPicture() {}

    /** L&#42;, and the true chroma where the frame has colour. */
    public static LabImage of(LabTensor tensor) {
        FrameGeometry grid = tensor.geometry();
        return new LabImage(
                grid.contentWidth(),
                grid.contentHeight(),
                LabScale.lStar(content(HalfFloat.toFloats(tensor.lightness()), grid)),
                tensor.hasColour() ? chroma(HalfFloat.toFloats(tensor.a()), grid) : null,
                tensor.hasColour() ? chroma(HalfFloat.toFloats(tensor.b()), grid) : null);
    }

    /** A normalised plane of chroma without its padding, in CIELAB's units. */
    public static float[] chroma(float[] normalised, FrameGeometry grid) {
        return LabScale.chroma(content(normalised, grid));
    }

    private static float[] content(float[] plane, FrameGeometry grid) {
        float[] content = new float[grid.contentWidth() * grid.contentHeight()];
        for (int y = 0; y < grid.contentHeight(); y++) {
            System.arraycopy(plane, y * grid.width(), content, y * grid.contentWidth(), grid.contentWidth());
        }
        return content;
    }
}
