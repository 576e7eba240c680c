package io.astrochrome.colorize.stream;

import io.astrochrome.colorize.challenger.ModelRoster;
import io.astrochrome.colorize.challenger.ServingModels;
import io.astrochrome.colorize.inference.ColouredFrame;
import io.astrochrome.colorize.inference.FrameInference;
import io.astrochrome.events.ChallengerMode;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Purpose;
import io.astrochrome.model.ColourModel;
import io.astrochrome.platform.tracing.FrameSpan;
import io.astrochrome.platform.tracing.Traces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * The one thread that feeds the network: takes what has arrived, without waiting for more, sends frames of equal shape and
 * model through together, and hands each on in the order of arrival. Frames to learn from and duplicates end here. A frame
 * that a canary fails to colour is coloured by the champion.
 */
final class InferenceLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(InferenceLoop.class);

    private final Arrivals arrivals;
    private final int maxBatch;
    private final ModelRoster roster;
    private final FramePalette palettes;
    private final KnownFrames known;
    private final FrameFinish finish;
    private final ShadowLoop shadow;
    private final ColorizeMeters meters;
    private final SideWatch sides;
    private final Traces traces;

    InferenceLoop(
            Arrivals arrivals,
            int maxBatch,
            ModelRoster roster,
            FramePalette palettes,
            KnownFrames known,
            FrameFinish finish,
            ShadowLoop shadow,
            ColorizeMeters meters,
            Traces traces) {
        this.arrivals = arrivals;
        this.maxBatch = maxBatch;
        this.roster = roster;
        this.palettes = palettes;
        this.known = known;
        this.finish = finish;
        this.shadow = shadow;
        this.meters = meters;
        this.sides = new SideWatch(meters);
        this.traces = traces;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Arrival> taken = arrivals.take(maxBatch);
                known.refresh();
                try (ServingModels models = roster.serving()) {
                    colour(models, taken);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void colour(ServingModels models, List<Arrival> taken) throws InterruptedException {
        Map<Batch, List<WaitingFrame>> batches = new LinkedHashMap<>();
        List<WaitingFrame> inOrder = new ArrayList<>();
        for (Arrival arrival : taken) {
            WaitingFrame frame = admit(arrival, models);
            if (frame != null) {
                inOrder.add(frame);
                batches.computeIfAbsent(new Batch(models.of(frame.target()), frame.shape()), batch -> new ArrayList<>())
                        .add(frame);
            }
        }
        Map<Arrival, Runnable> next = new HashMap<>();
        for (Map.Entry<Batch, List<WaitingFrame>> batch : batches.entrySet()) {
            colourTogether(models, batch.getKey().model, batch.getValue(), next);
        }
        inOrder.forEach(frame -> next.get(frame.arrival()).run());
        inOrder.forEach(frame -> shadow.offer(frame));
    }

    /** What goes through the network together. */
    private record Batch(ColourModel model, WaitingFrame.Shape shape) {}

    /** The frame, or null where its record ends here. */
    private WaitingFrame admit(Arrival arrival, ServingModels models) throws InterruptedException {
        try {
            LabTensor tensor = EventCodec.labTensor(arrival.bytes());
            FrameIngested ingested = tensor.frame();
            ColourModel model = models.of(ingested.target());
            if (ingested.purpose() == Purpose.TRAIN) {
                palettes.of(model, tensor);
                meters.skipped();
                arrival.acknowledge();
                return null;
            }
            arrival.span().of(ingested.frameId(), ingested.target());
            arrival.writtenAt().ifPresent(meters::queued);
            Optional<CompletionStage<Void>> before = known.claim(ingested.frameId());
            if (before.isEmpty()) {
                return new WaitingFrame(arrival, tensor, palettes.of(model, tensor));
            }
            LOG.debugf("frame %s of %s came before", ingested.frameId(), ingested.target());
            meters.duplicate();
            before.get().thenCompose(ended -> arrival.acknowledge());
            return null;
        } catch (EventFormatException e) {
            LOG.warnf("a record goes to the dead letters: %s", e.getMessage());
            meters.deadLetter();
            arrival.giveUp(e);
            return null;
        }
    }

    private void colourTogether(
            ServingModels models, ColourModel model, List<WaitingFrame> frames, Map<Arrival, Runnable> next)
            throws InterruptedException {
        frames.forEach(frame -> sides.look(model, frame.tensor()));
        boolean canary = model != models.champion();
        List<FrameSpan> spans =
                frames.stream().map(frame -> frame.arrival().span()).toList();
        try (FrameSpan batch = traces.batch("colorize batch", spans)) {
            batch.with("astrochrome.model", model.modelId());
            long start = System.nanoTime();
            List<ColouredFrame> coloured = FrameInference.colour(
                    model,
                    frames.stream().map(WaitingFrame::tensor).toList(),
                    frames.stream().map(WaitingFrame::guidance).toList());
            meters.batch(frames.size(), model.executionProvider(), Duration.ofNanos(System.nanoTime() - start));
            for (int i = 0; i < frames.size(); i++) {
                WaitingFrame frame = frames.get(i);
                ColouredFrame colours = coloured.get(i);
                next.put(frame.arrival(), () -> finish.finish(frame, colours));
            }
            if (canary) {
                roster.challengerTook(ChallengerMode.CANARY, coloured);
            } else {
                roster.championTook(coloured);
            }
        } catch (RuntimeException e) {
            if (canary) {
                frames.forEach(frame -> roster.challengerFailed(ChallengerMode.CANARY, model.modelId(), e));
                colourTogether(models, models.champion(), steeredFor(models.champion(), frames), next);
            } else if (frames.size() == 1) {
                next.put(frames.get(0).arrival(), () -> finish.fail(frames.get(0), e));
            } else {
                for (WaitingFrame frame : frames) {
                    colourTogether(models, model, List.of(frame), next);
                }
            }
        }
    }

    /** The same frames with what steers another model. */
    private List<WaitingFrame> steeredFor(ColourModel model, List<WaitingFrame> frames) throws InterruptedException {
        List<WaitingFrame> steered = new ArrayList<>();
        for (WaitingFrame frame : frames) {
            steered.add(new WaitingFrame(frame.arrival(), frame.tensor(), palettes.of(model, frame.tensor())));
        }
        return steered;
    }
}
