package io.astrochrome.colorize.palette;

import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Purpose;
import io.astrochrome.imaging.palette.Palette;
import io.astrochrome.imaging.palette.PaletteRequest;
import io.astrochrome.imaging.palette.PaletteTrust;
import io.astrochrome.storage.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Chooses what steers each frame's colours: what it asks for; where it asks for nothing and has no colours of its own, the
 * palette of its target's newest colour frame, if there was one: of stacks whose colours were measured with certainty, else as one
 * that is only kindred. Frames to validate with are
 * steered only where they ask for it, since they measure the model. What a frame teaches is known to all that are asked
 * about later, before it is kept. Frames are to be given in their order, by one thread; {@link #keep} is for any.
 */
public final class PaletteChooser {
    private static final Logger LOG = Logger.getLogger(PaletteChooser.class);

    private final TargetPalettes targets;
    private final FramePalettes frames;

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
     * What is to steer the frame.
     *
     * @throws IOException where the disk fails
     * @throws io.astrochrome.storage.StoreUnavailableException where the store does not answer; asking again is safe
     */
    public ChosenPalette choose(LabTensor frame) throws IOException {
        if (frame.frame().purpose() == Purpose.TRAIN) {
            return ChosenPalette.NONE;
        }
        if (frame.palette() == null) {
            boolean steered = frame.frame().purpose() == Purpose.LIVE && !frame.hasColour();
            return steered ? ofTarget(frame) : ChosenPalette.NONE;
        }
        try {
            PaletteRequest request = PaletteRequest.parse(frame.palette());
            return request instanceof PaletteRequest.Look look
                    ? ChosenPalette.look(frame.palette(), look)
                    : chosen(frame.palette(), PaletteTrust.CERTAIN, palette(request, frame));
        } catch (IllegalArgumentException e) {
            LOG.warnf(
                    "frame %s is coloured without a palette: %s", frame.frame().frameId(), e.getMessage());
            return ChosenPalette.NONE;
        }
    }

    /** The colours that the frame brings for those of its target that follow, if it brings any: {@link #keep} them. */
    public Optional<KeptPalette> learn(LabTensor frame) {
        return targets.learn(frame);
    }

    /**
     * Puts into the store what was learnt; of one target in its order. Doing it twice changes nothing.
     *
     * @throws io.astrochrome.storage.StoreUnavailableException where the store does not answer; asking again is safe
     */
    public void keep(KeptPalette learnt) {
        targets.keep(learnt);
    }

    private Optional<Palette> palette(PaletteRequest request, LabTensor frame) throws IOException {
        if (request instanceof PaletteRequest.Named named) {
            return Optional.of(named.palette());
        }
        if (request instanceof PaletteRequest.Like like) {
            return frames.of(like.frameId());
        }
        return request instanceof PaletteRequest.OfTarget
                ? targets.of(frame.frame().target()).map(KeptPalette::palette)
                : Optional.empty();
    }

    private ChosenPalette ofTarget(LabTensor frame) {
        return targets.of(frame.frame().target())
                .map(kept -> new ChosenPalette(PaletteRequest.TARGET, kept.palette(), kept.trust()))
                .orElse(ChosenPalette.NONE);
    }

    private static ChosenPalette chosen(String name, PaletteTrust trust, Optional<Palette> palette) {
        return palette.map(found -> new ChosenPalette(name, found, trust)).orElse(ChosenPalette.NONE);
    }
}
