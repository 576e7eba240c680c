package io.astrochrome.metrics.scoring;

import io.astrochrome.events.LabTensor;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;

/** A tensor as a picture: without the padding, in CIELAB's units. Thread-safe. */
public final class TensorPicture {
    private TensorPicture() {}

    /** L&#42;, and the true chroma where the frame has colour. */
    public static LabImage of(LabTensor tensor) {
        return LabImage.ofNormalised(
                tensor.geometry(),
                HalfFloat.toFloats(tensor.lightness()),
                tensor.hasColour() ? HalfFloat.toFloats(tensor.requireA()) : null,
                tensor.hasColour() ? HalfFloat.toFloats(tensor.requireB()) : null);
    }

    /** A normalised plane of chroma without its padding, in CIELAB's units. */
    public static float[] chroma(float[] normalised, TensorGrid geometry) {
        return LabScale.chroma(geometry.content(normalised));
    }
}
