package io.astrochrome.colorize.stream;

import io.astrochrome.colorize.palette.ChosenPalette;
import io.astrochrome.colorize.palette.KeptPalette;
import io.astrochrome.colorize.palette.PaletteChooser;
import io.astrochrome.colorize.stream.network.InferenceLoop;
import io.astrochrome.colorize.stream.publish.FrameCompletion;
import io.astrochrome.colorize.stream.queue.ColorizeMeters;
import io.astrochrome.colorize.stream.queue.Delivery;
import io.astrochrome.colorize.stream.queue.DeliveryQueue;
import io.astrochrome.colorize.stream.queue.FrameDeduplicator;
import io.astrochrome.colorize.stream.queue.QueuedFrame;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Purpose;
import io.astrochrome.platform.attempt.Attempts;
import io.astrochrome.platform.attempt.Attempts.Attempt;
import io.astrochrome.storage.StoreUnavailableException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * Decodes what has arrived, in its order, chooses what steers each frame, and hands it to the network, which so waits for
 * no store. Duplicates end here, and frames to learn from, whose palettes are kept first. Where the disk fails a frame is
 * coloured without a palette: it is worth more than that. A frame that was under way when the process ended goes alone, so that others
 * are not blamed with it, and is given up when it has ended the process too often.
 */
final class IntakeLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(IntakeLoop.class);

    private final DeliveryQueue deliveries;
    private final FrameDeduplicator known;
    private final PaletteChooser palettes;
    private final InferenceLoop network;
    private final FrameCompletion completion;
    private final Attempts attempts;
    private final ColorizeMeters meters;

    IntakeLoop(
            DeliveryQueue deliveries,
            FrameDeduplicator known,
            PaletteChooser palettes,
            InferenceLoop network,
            FrameCompletion completion,
            Attempts attempts,
            ColorizeMeters meters) {
        this.deliveries = deliveries;
        this.known = known;
        this.palettes = palettes;
        this.network = network;
        this.completion = completion;
        this.attempts = attempts;
        this.meters = meters;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Delivery delivery = deliveries.take();
                known.refresh();
                take(delivery);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoreUnavailableException e) {
            LOG.infof("records are left for the next start: %s", e.getMessage());
        }
    }

    private void take(Delivery delivery) throws InterruptedException {
        if (!delivery.isOurs()) {
            delivery.leave();
            return;
        }
        try {
            LabTensor tensor = EventCodec.labTensor(delivery.bytes());
            if (tensor.frame().purpose() == Purpose.TRAIN) {
                pass(delivery, tensor);
            } else {
                admit(delivery, tensor);
            }
        } catch (EventFormatException e) {
            LOG.warnf("a record goes to the dead letters: %s", e.getMessage());
            meters.deadLetter();
            delivery.giveUp(e);
        }
    }

    private void pass(Delivery delivery, LabTensor tensor) {
        meters.skipped();
        palettes.learn(tensor).ifPresentOrElse(learnt -> completion.keep(delivery, learnt), delivery::acknowledge);
    }

    private void admit(Delivery delivery, LabTensor tensor) throws InterruptedException {
        FrameIngested ingested = tensor.frame();
        delivery.span().of(ingested.frameId(), ingested.target());
        Optional<CompletionStage<Void>> before = known.claim(tensor.pictureId(), delivery);
        if (before.isEmpty()) {
            ChosenPalette palette = palette(tensor);
            Optional<KeptPalette> learnt = palettes.learn(tensor);
            colour(new QueuedFrame(delivery, tensor, palette, learnt));
            return;
        }
        LOG.debugf("frame %s of %s came before", ingested.frameId(), ingested.target());
        meters.duplicate();
        before.get().thenCompose(ended -> delivery.acknowledge()).exceptionally(failure -> {
            delivery.leave(); // it comes again, as the first one does
            return null;
        });
    }

    private void colour(QueuedFrame frame) throws InterruptedException {
        Delivery delivery = frame.delivery();
        Attempt attempt = attempts.begin(frame.pictureId());
        delivery.begin(attempt);
        if (attempt.isHopeless()) {
            completion.fail(
                    frame,
                    new IllegalStateException(frame.tensor().frame().fileName() + " has ended the process "
                            + attempt.before() + " times while it was coloured"));
        } else if (attempt.before() > 0) {
            deliveries.awaitOthers(delivery);
            network.add(frame);
            deliveries.awaitEnd(delivery);
        } else {
            network.add(frame);
        }
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
