package io.astrochrome.colorize.stream;

import io.astrochrome.colorize.palette.Guidance;
import io.astrochrome.colorize.palette.PaletteChooser;
import io.astrochrome.events.LabTensor;
import io.astrochrome.model.ColourModel;
import java.io.IOException;
import org.jboss.logging.Logger;

/** What steers a frame's colours, waiting for the store as long as it takes. Not thread-safe. */
final class FramePalette {
    private static final Logger LOG = Logger.getLogger(FramePalette.class);

    private final PaletteChooser chooser;
    private final Retry retry;

    FramePalette(PaletteChooser chooser, Retry retry) {
        this.chooser = chooser;
        this.retry = retry;
    }

    /** Its palette; none where the disk fails: a frame is worth more than its palette. */
    Guidance of(ColourModel model, LabTensor frame) throws InterruptedException {
        String name = frame.frame().fileName() + " of " + frame.frame().target();
        try {
            return retry.until("choosing the palette of " + name, () -> chooser.choose(model, frame));
        } catch (IOException e) {
            LOG.warnf("%s is coloured without a palette: %s", name, e);
            return Guidance.NONE;
        }
    }
}
