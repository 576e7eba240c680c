package io.astrochrome.colorize.stream.network;

import io.astrochrome.colorize.palette.Guidance;
import io.astrochrome.colorize.stream.queue.ColorizeMeters;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Purpose;
import io.astrochrome.model.ColourModel;
import io.astrochrome.tensors.TensorGrid;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Tells where a model does not fit what it is given. Live frames smaller than what it was trained at, so that it sees
 * everything at another scale, are told once a model and size in the log, each in the meters: the gate refuses such a model;
 * this is for one that ships, or whose frames have become smaller since. Palettes that are asked of a model that takes none
 * are told once a model. For one thread.
 */
final class ModelFit {
    private static final Logger LOG = Logger.getLogger(ModelFit.class);
    private static final int REMEMBERED = 64;

    /** Beyond it a strip is reduced further so that its tensor fits into a record, whatever the configured side. */
    private static final int LONGEST_ASPECT = 8;

    private final ColorizeMeters meters;
    private final Set<String> told = new LinkedHashSet<>();

    ModelFit(ColorizeMeters meters) {
        this.meters = meters;
    }

    /** Looks at a frame that the model colours. */
    void look(ColourModel model, LabTensor tensor) {
        lookAtPalette(model, tensor);
        lookAtSide(model, tensor);
    }

    private void lookAtPalette(ColourModel model, LabTensor tensor) {
        boolean passedOver = tensor.palette() != null && !Guidance.isFollowedBy(model);
        if (passedOver && told.size() < REMEMBERED && told.add(model.modelId())) {
            LOG.infof(
                    "model %s takes no palette: those asked for are passed over",
                    model.metadata().name());
        }
    }

    private void lookAtSide(ColourModel model, LabTensor tensor) {
        TensorGrid grid = tensor.geometry();
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
