package io.astrochrome.colorize.stream;

import io.astrochrome.colorize.palette.ChosenPalette;
import io.astrochrome.colorize.palette.KeptPalette;
import io.astrochrome.colorize.palette.PaletteChooser;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Purpose;
import io.astrochrome.storage.StoreUnavailableException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * Decodes what has arrived, in its order, chooses what steers each frame, and hands it to the network, which so waits for
 * no store. Duplicates end here, and frames to learn from, whose palettes are kept first. Where the disk fails a frame is
 * coloured without a palette: it is worth more than that.
 */
final class IntakeLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(IntakeLoop.class);

    private final Arrivals arrivals;
    private final KnownFrames known;
    private final PaletteChooser palettes;
    private final InferenceLoop network;
    private final FrameFinish finish;
    private final ColorizeMeters meters;

    IntakeLoop(
            Arrivals arrivals,
            KnownFrames known,
            PaletteChooser palettes,
            InferenceLoop network,
            FrameFinish finish,
            ColorizeMeters meters) {
        this.arrivals = arrivals;
        this.known = known;
        this.palettes = palettes;
        this.network = network;
        this.finish = finish;
        this.meters = meters;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Arrival arrival = arrivals.take();
                known.refresh();
                take(arrival);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoreUnavailableException e) {
            LOG.infof("records are left for the next start: %s", e.getMessage());
        }
    }

    private void take(Arrival arrival) {
        try {
            LabTensor tensor = EventCodec.labTensor(arrival.bytes());
            if (tensor.frame().purpose() == Purpose.TRAIN) {
                pass(arrival, tensor);
            } else {
                admit(arrival, tensor);
            }
        } catch (EventFormatException e) {
            LOG.warnf("a record goes to the dead letters: %s", e.getMessage());
            meters.deadLetter();
            arrival.giveUp(e);
        }
    }

    private void pass(Arrival arrival, LabTensor tensor) {
        meters.skipped();
        palettes.learn(tensor).ifPresentOrElse(learnt -> finish.keep(arrival, learnt), arrival::acknowledge);
    }

    private void admit(Arrival arrival, LabTensor tensor) {
        FrameIngested ingested = tensor.frame();
        arrival.span().of(ingested.frameId(), ingested.target());
        Optional<CompletionStage<Void>> before = known.claim(ingested.frameId());
        if (before.isEmpty()) {
            ChosenPalette palette = palette(tensor);
            Optional<KeptPalette> learnt = palettes.learn(tensor);
            network.add(new WaitingFrame(arrival, tensor, palette, learnt));
            return;
        }
        LOG.debugf("frame %s of %s came before", ingested.frameId(), ingested.target());
        meters.duplicate();
        before.get().thenCompose(ended -> arrival.acknowledge());
    }

    private ChosenPalette palette(LabTensor tensor) {
        try {
            return palettes.choose(tensor);
        } catch (IOException e) {
            LOG.warnf(
                    "%s of %s is coloured without a palette: %s",
                    tensor.frame().fileName(), tensor.frame().target(), e);
            return ChosenPalette.NONE;
        }
    }
}
