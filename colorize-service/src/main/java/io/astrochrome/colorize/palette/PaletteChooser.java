package io.astrochrome.colorize.palette;

import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Purpose;
import io.astrochrome.imaging.palette.Palette;
import io.astrochrome.imaging.palette.PaletteRequest;
import io.astrochrome.imaging.palette.PaletteTrust;
import io.astrochrome.model.ColourModel;
import io.astrochrome.storage.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Chooses what steers each frame's colours: what it asks for; where it asks for nothing and has no colours of its own, the
 * palette of its target's newest colour frame, if there was one, as one that is only kindred. Frames to validate with are steered only where they ask
 * for it, since they measure the model. A model that takes no palette colours as it does without, which is said once.
 * Frames are to be given in their order. Not thread-safe.
 */
public final class PaletteChooser {
    private static final Logger LOG = Logger.getLogger(PaletteChooser.class);

    private final TargetPalettes targets;
    private final FramePalettes frames;
    private String toldOfModel;

    /**
     * A chooser that keeps what it learns in the store.
     *
     * @param scratch where a frame lies while its colours are read
     */
    public PaletteChooser(ObjectStore store, Path scratch) {
        this(store, scratch, Clock.systemUTC());
    }

    PaletteChooser(ObjectStore store, Path scratch, Clock clock) {
        this(new TargetPalettes(store, clock, false), new FramePalettes(store, scratch));
    }

    private PaletteChooser(TargetPalettes targets, FramePalettes frames) {
        this.targets = targets;
        this.frames = frames;
    }

    /** A chooser for past frames: it writes nothing, and steers each as the colour frames before it would have. */
    public static PaletteChooser ofReplay(ObjectStore store, Path scratch) {
        return new PaletteChooser(
                new TargetPalettes(store, Clock.systemUTC(), true), new FramePalettes(store, scratch));
    }

    /**
     * What steers the frame, and remembers the colours it brings for those of its target that follow.
     *
     * @throws IOException where the disk fails
     * @throws io.astrochrome.storage.StoreUnavailableException where the store does not answer; asking again is safe
     */
    public Guidance choose(ColourModel model, LabTensor frame) throws IOException {
        Guidance guidance = frame.frame().purpose() == Purpose.TRAIN ? Guidance.NONE : guidance(model, frame);
        targets.keep(frame);
        return guidance;
    }

    /** Remembers the colours that a frame brings for those of its target that follow, and steers nothing. */
    public void remember(LabTensor frame) {
        targets.keep(frame);
    }

    private Guidance guidance(ColourModel model, LabTensor frame) throws IOException {
        if (!Guidance.isFollowedBy(model)) {
            tell(model, frame);
            return Guidance.NONE;
        }
        if (frame.palette() == null) {
            boolean steered = frame.frame().purpose() == Purpose.LIVE && !frame.hasColour();
            return steered ? kindred(model, targetPalette(frame)) : Guidance.NONE;
        }
        try {
            return guidance(model, frame.palette(), palette(PaletteRequest.parse(frame.palette()), frame));
        } catch (IllegalArgumentException e) {
            LOG.warnf(
                    "frame %s is coloured without a palette: %s", frame.frame().frameId(), e.getMessage());
            return Guidance.NONE;
        }
    }

    private Optional<Palette> palette(PaletteRequest request, LabTensor frame) throws IOException {
        if (request instanceof PaletteRequest.Named named) {
            return Optional.of(named.palette());
        }
        if (request instanceof PaletteRequest.Like like) {
            return frames.of(like.frameId());
        }
        return request instanceof PaletteRequest.OfTarget ? targetPalette(frame) : Optional.empty();
    }

    private Optional<Palette> targetPalette(LabTensor frame) {
        return targets.of(frame.frame().target());
    }

    /** Nobody asked for it, so it is weighed where a palette that is asked for is followed. */
    private static Guidance kindred(ColourModel model, Optional<Palette> palette) {
        return palette.map(found -> Guidance.of(PaletteRequest.TARGET, found, PaletteTrust.KINDRED, model))
                .orElse(Guidance.NONE);
    }

    private static Guidance guidance(ColourModel model, String name, Optional<Palette> palette) {
        return palette.map(found -> Guidance.of(name, found, model)).orElse(Guidance.NONE);
    }

    private void tell(ColourModel model, LabTensor frame) {
        if (frame.palette() != null && !model.modelId().equals(toldOfModel)) {
            toldOfModel = model.modelId();
            LOG.infof(
                    "model %s takes no palette: those asked for are passed over",
                    model.metadata().name());
        }
    }
}
