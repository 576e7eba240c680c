package io.astrochrome.colorize.stream.network;

import io.astrochrome.colorize.inference.ColouredFrame;
import io.astrochrome.colorize.inference.FrameInference;
import io.astrochrome.colorize.model.Challenger;
import io.astrochrome.colorize.model.ServedModels;
import io.astrochrome.colorize.model.rollout.ChallengerTrial;
import io.astrochrome.colorize.stream.publish.ShadowPublisher;
import io.astrochrome.colorize.stream.queue.QueuedFrame;
import io.astrochrome.events.model.ChallengerMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Lets a challenger colour frames unseen, on a thread of its own and only while no frame is under way to be shown. When it
 * falls behind, the frames that wait longest are passed over: the champion waits for nothing here. Nothing of it survives
 * a crash, and nothing has to.
 */
public final class ShadowLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(ShadowLoop.class);
    private static final long LOOK_EVERY_MILLIS = 20;

    private final ServedModels models;
    private final ChallengerTrial trial;
    private final ShadowPublisher publisher;
    private final BooleanSupplier idle;
    private final int backlog;
    private final Deque<QueuedFrame> waiting = new ArrayDeque<>();

    /** Works while {@code idle} says that nobody waits for a frame. */
    public ShadowLoop(
            ServedModels models, ChallengerTrial trial, ShadowPublisher publisher, BooleanSupplier idle, int backlog) {
        this.models = models;
        this.trial = trial;
        this.publisher = publisher;
        this.idle = idle;
        this.backlog = backlog;
    }

    /** Takes a frame that the champion colours, where there is a challenger for it. Never blocks. */
    public void offer(QueuedFrame frame) {
        try (Challenger challenger = models.challenger(ChallengerMode.SHADOW).orElse(null)) {
            if (challenger == null) {
                return;
            }
        }
        synchronized (waiting) {
            waiting.addLast(frame);
            if (waiting.size() > backlog) {
                waiting.removeFirst();
                trial.passedOver();
            }
            waiting.notifyAll();
        }
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                QueuedFrame frame = next();
                Optional<Challenger> challenger = models.challenger(ChallengerMode.SHADOW);
                if (challenger.isPresent()) {
                    try (Challenger leased = challenger.get()) {
                        colour(leased, frame);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private QueuedFrame next() throws InterruptedException {
        synchronized (waiting) {
            while (waiting.isEmpty() || !idle.getAsBoolean()) {
                if (waiting.isEmpty()) {
                    waiting.wait();
                } else {
                    waiting.wait(LOOK_EVERY_MILLIS);
                }
            }
            return waiting.removeFirst();
        }
    }

    private void colour(Challenger challenger, QueuedFrame frame) {
        List<ColouredFrame> coloured;
        try {
            coloured = FrameInference.colour(
                    challenger.model(),
                    List.of(frame.tensor()),
                    List.of(frame.palette().of(challenger.model())));
        } catch (RuntimeException e) {
            LOG.warnf(
                    "frame %s of %s is not coloured by the challenger: %s",
                    frame.frameId(), frame.target(), e.getMessage());
            trial.failed(ChallengerMode.SHADOW, challenger.model().modelId(), e);
            return;
        }
        try {
            publisher.publish(coloured.get(0));
            trial.colouredUnseen();
        } catch (RuntimeException e) {
            LOG.warnf("a trial of frame %s is lost: %s", frame.frameId(), e.getMessage());
        }
    }
}
