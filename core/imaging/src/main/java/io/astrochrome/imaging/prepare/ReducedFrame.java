package io.astrochrome.imaging.prepare;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.tensors.TensorGrid;

/**
 * A frame on a network's grid.
 *
 * @param grid how it lies on the frame
 * @param lab of the grid's size, in CIELAB's own units; without chroma for a grey frame
 */
public record ReducedFrame(TensorGrid grid, LabImage lab) {
    public ReducedFrame {
        if (lab.width() != grid.width() || lab.height() != grid.height()) {
            throw new IllegalArgumentException("a reduced frame must have its grid's size, " + grid.width() + " x "
                    + grid.height() + " px, not " + lab.width() + " x " + lab.height());
        }
    }
}
