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
    /** Below it handing strips to threads costs more than they save; small frames come several at a time anyway. */
    private static final long SMALL_PIXELS = 1_000_000;

    private final ColourComposer composer;
    private final ColourComposer smallComposer = new ColourComposer(1);
    private final PictureSettings settings;
    private final PictureSettings smallSettings;

    /** Composes and compresses on the settings' threads, small frames on the caller's alone. */
    public FramePainter(PictureSettings settings) {
        this.composer = new ColourComposer(settings.threads());
        this.settings = settings;
        this.smallSettings =
                new PictureSettings(settings.previewSide(), settings.previewQuality(), settings.deflateLevel(), 1);
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
        boolean small = (long) luminance.width() * luminance.height() < SMALL_PIXELS;
        PictureSettings chosen = small ? smallSettings : settings;
        try (PictureWriter writer =
                PictureWriter.open(targets, chosen, provenance, luminance.width(), luminance.height(), fitsCards)) {
            (small ? smallComposer : composer).compose(luminance, reduced, writer);
            writer.finish();
        }
    }
}
