package io.astrochrome.colorize.stream.network;

import io.astrochrome.colorize.inference.ColouredFrame;
import io.astrochrome.colorize.inference.FrameInference;
import io.astrochrome.colorize.model.ServedModels;
import io.astrochrome.colorize.model.ServingModels;
import io.astrochrome.colorize.model.rollout.ChallengerTrial;
import io.astrochrome.colorize.stream.publish.FrameCompletion;
import io.astrochrome.colorize.stream.queue.ColorizeMeters;
import io.astrochrome.colorize.stream.queue.Delivery;
import io.astrochrome.colorize.stream.queue.QueuedFrame;
import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.model.ColourModel;
import io.astrochrome.platform.tracing.FrameSpan;
import io.astrochrome.platform.tracing.Traces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one thread that feeds the network: takes the frames that wait, without waiting for more, sends those of equal shape
 * and model through together, and hands each on in the order of delivery. It waits for nothing but frames. A frame that a
 * canary fails to colour is coloured by the champion.
 */
public final class InferenceLoop implements Runnable {

    private final BlockingQueue<QueuedFrame> waiting = new LinkedBlockingQueue<>();
    private final int maxBatch;
    private final ServedModels registry;
    private final ChallengerTrial trial;
    private final FrameCompletion completion;
    private final ShadowLoop shadow;
    private final ColorizeMeters meters;
    private final ModelFit fit;
    private final Traces traces;

    public InferenceLoop(
            int maxBatch,
            ServedModels registry,
            ChallengerTrial trial,
            FrameCompletion completion,
            ShadowLoop shadow,
            ColorizeMeters meters,
            Traces traces) {
        this.maxBatch = maxBatch;
        this.registry = registry;
        this.trial = trial;
        this.completion = completion;
        this.shadow = shadow;
        this.meters = meters;
        this.fit = new ModelFit(meters);
        this.traces = traces;
    }

    /** A frame is to be coloured; those of a target are given in their order. Never blocks. */
    public void add(QueuedFrame frame) {
        waiting.add(frame);
    }

    /** How many wait for the network. */
    public int waiting() {
        return waiting.size();
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<QueuedFrame> taken = new ArrayList<>();
                taken.add(waiting.take());
                waiting.drainTo(taken, maxBatch - 1);
                try (ServingModels models = registry.serving()) {
                    colour(models, taken);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void colour(ServingModels models, List<QueuedFrame> taken) {
        Map<Batch, List<QueuedFrame>> batches = new LinkedHashMap<>();
        for (QueuedFrame frame : taken) {
            frame.delivery().writtenAt().ifPresent(meters::queued);
            batches.computeIfAbsent(new Batch(models.of(frame.target()), frame.shape()), batch -> new ArrayList<>())
                    .add(frame);
        }
        Map<Delivery, Runnable> next = new HashMap<>();
        for (Map.Entry<Batch, List<QueuedFrame>> batch : batches.entrySet()) {
            colourTogether(models, batch.getKey().model, batch.getValue(), next);
        }
        taken.forEach(
                frame -> Objects.requireNonNull(next.get(frame.delivery())).run());
        taken.forEach(frame -> shadow.offer(frame));
    }

    /** What goes through the network together. */
    private record Batch(ColourModel model, QueuedFrame.Shape shape) {}

    private void colourTogether(
            ServingModels models, ColourModel model, List<QueuedFrame> frames, Map<Delivery, Runnable> next) {
        frames.forEach(frame -> fit.look(model, frame.tensor()));
        boolean canary = model != models.champion();
        List<FrameSpan> spans =
                frames.stream().map(frame -> frame.delivery().span()).toList();
        try (FrameSpan batch = traces.batch("colorize batch", spans)) {
            batch.with("astrochrome.model", model.modelId());
            long start = System.nanoTime();
            List<ColouredFrame> coloured = FrameInference.colour(
                    model,
                    frames.stream().map(QueuedFrame::tensor).toList(),
                    frames.stream().map(frame -> frame.palette().of(model)).toList());
            meters.batch(frames.size(), model.executionProvider(), Duration.ofNanos(System.nanoTime() - start));
            for (int i = 0; i < frames.size(); i++) {
                QueuedFrame frame = frames.get(i);
                ColouredFrame colours = coloured.get(i);
                next.put(frame.delivery(), () -> completion.complete(frame, colours));
            }
            if (canary) {
                trial.canaryTook(coloured);
            } else {
                trial.championTook(coloured);
            }
        } catch (RuntimeException e) {
            if (canary) {
                frames.forEach(frame -> trial.failed(ChallengerMode.CANARY, model.modelId(), e));
                colourTogether(models, models.champion(), frames, next);
            } else if (frames.size() == 1) {
                next.put(frames.get(0).delivery(), () -> completion.fail(frames.get(0), e));
            } else {
                for (QueuedFrame frame : frames) {
                    colourTogether(models, model, List.of(frame), next);
                }
            }
        }
    }
}
