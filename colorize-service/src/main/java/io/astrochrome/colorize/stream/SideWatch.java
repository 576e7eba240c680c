package io.astrochrome.colorize.stream;

import io.astrochrome.events.FrameGeometry;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Purpose;
import io.astrochrome.model.ColourModel;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Tells where live frames come smaller than what a model was trained at, so that it sees everything at another scale: once a
 * model and size in the log, each frame in the meters. The gate refuses such a model; this is for one that ships, or whose
 * frames have become smaller since. For one thread.
 */
final class SideWatch {
    private static final Logger LOG = Logger.getLogger(SideWatch.class);
    private static final int REMEMBERED = 64;

    /** Beyond it a strip is reduced further so that its tensor fits into a record, whatever the configured side. */
    private static final int LONGEST_ASPECT = 8;

    private final ColorizeMeters meters;
    private final Set<String> told = new LinkedHashSet<>();

    SideWatch(ColorizeMeters meters) {
        this.meters = meters;
    }

    /** Looks at a frame that the model colours. */
    void look(ColourModel model, LabTensor tensor) {
        FrameGeometry grid = tensor.geometry();
        int side = Math.min(grid.width(), grid.height());
        boolean strip = Math.max(grid.width(), grid.height()) > LONGEST_ASPECT * side;
        int trained = model.metadata().side();
        if (tensor.frame().purpose() != Purpose.LIVE || strip || side >= trained) {
            return;
        }
        meters.undersized();
        if (told.size() < REMEMBERED && told.add(model.modelId() + " " + side)) {
            LOG.errorf(
                    "live frames come with a short side of %d px, but model %s was trained at %d px and sees everything at"
                            + " another scale: set astrochrome.preprocess.live-side to %d",
                    side, model.metadata().name(), trained, trained);
        }
    }
}
