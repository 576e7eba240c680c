package io.astrochrome.colorize.composing;

import io.astrochrome.colorize.inference.ColouredFrame;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.LabTensor;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.write.LuminanceFile;
import io.astrochrome.imaging.write.PictureTargets;
import io.astrochrome.imaging.write.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Paints the pictures of a frame that came as a tensor. Thread-safe. */
public final class TensorPictures {
    private static final String FITS = "image/fits";

    private final FramePainter painter;

    public TensorPictures(FramePainter painter) {
        this.painter = painter;
    }

    /** Whether the frame was FITS, and so is to have a FITS picture. */
    public static boolean isFits(LabTensor tensor) {
        return tensor.frame().mediaType().equals(FITS);
    }

    /**
     * Paints one frame.
     *
     * @param luminance the frame's stored luminance; null where it has none, which paints at the tensor's size
     * @throws IOException where the luminance is not readable or not that frame's, or the disk fails
     */
    public void paint(ColouredFrame frame, Path luminance, PictureTargets targets) throws IOException {
        LabTensor tensor = frame.tensor();
        LabImage reduced = ReducedPicture.of(tensor, frame.a(), frame.b());
        if (luminance == null) {
            painter.paint(ReducedPicture.luminance(reduced), reduced, provenance(frame), List.of(), targets);
            return;
        }
        try (LuminanceFile rows = LuminanceFile.open(luminance)) {
            requireSize(tensor, rows);
            painter.paint(rows, reduced, provenance(frame), rows.fitsCards(), targets);
        }
    }

    private static void requireSize(LabTensor tensor, LuminanceFile luminance) throws IOException {
        int width = tensor.geometry().frameWidth();
        int height = tensor.geometry().frameHeight();
        if (luminance.width() != width || luminance.height() != height) {
            throw new IOException("the luminance is of " + luminance.width() + " x " + luminance.height()
                    + " px, but its frame of " + width + " x " + height);
        }
    }

    private static Provenance provenance(ColouredFrame frame) {
        FrameIngested source = frame.tensor().frame();
        return new Provenance(
                SoftwareVersion.CURRENT,
                frame.modelId(),
                frame.modelName(),
                source.fileName(),
                source.frameId(),
                source.target(),
                frame.tensor().stretch().name(),
                frame.tensor().stretch().parameters(),
                frame.palette());
    }
}
