package io.astrochrome.colorize.composing;

import io.astrochrome.imaging.chroma.ColourComposer;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LuminanceRows;
import io.astrochrome.imaging.write.PictureSettings;
import io.astrochrome.imaging.write.PictureTargets;
import io.astrochrome.imaging.write.PictureWriter;
import io.astrochrome.imaging.write.Provenance;
import java.io.IOException;
import java.util.List;

/**
 * Writes a frame's coloured pictures. Each pixel keeps its L* within one 16-bit step. Memory is a few strips of rows,
 * whatever the frame's size. The same frame and model give the same bytes. Thread-safe.
 */
public final class FramePainter {
    private final ColourComposer composer;
    private final PictureSettings settings;

    /** Composes with the composer's threads and writes as the settings say. */
    public FramePainter(ColourComposer composer, PictureSettings settings) {
        this.composer = composer;
        this.settings = settings;
    }

    /**
     * Writes the files; what was begun is deleted where one fails.
     *
     * @param luminance of the frame, at its own resolution
     * @param reduced the whole frame with the network's colours, at the network's size
     * @param fitsCards the frame's own header, empty where it has none; its ROWORDER is kept
     */
    public void paint(
            LuminanceRows luminance,
            LabImage reduced,
            Provenance provenance,
            List<String> fitsCards,
            PictureTargets targets)
            throws IOException {
        try (PictureWriter writer =
                PictureWriter.open(targets, settings, provenance, luminance.width(), luminance.height(), fitsCards)) {
            composer.compose(luminance, reduced, writer);
            writer.finish();
        }
    }
}
