package io.astrochrome.colorize.stream;

import io.astrochrome.colorize.inference.ColouredFrame;
import io.astrochrome.colorize.inference.FrameInference;
import io.astrochrome.colorize.model.ModelHolder;
import io.astrochrome.colorize.model.ModelLease;
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
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The one thread that feeds the network: takes what has arrived, without waiting for more, sends frames of equal shape
 * through together, and hands each on in the order of arrival. Frames to learn from and duplicates end here.
 */
final class InferenceLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(InferenceLoop.class);

    private final Arrivals arrivals;
    private final int maxBatch;
    private final ModelHolder models;
    private final FramePalette palettes;
    private final RecentFrames recent;
    private final FrameFinish finish;
    private final ColorizeMeters meters;
    private final Traces traces;
    private final Supplier<Set<String>> published;

    /** Asks {@code published} what is published already before the first record is handled. */
    InferenceLoop(
            Arrivals arrivals,
            int maxBatch,
            ModelHolder models,
            FramePalette palettes,
            RecentFrames recent,
            FrameFinish finish,
            ColorizeMeters meters,
            Traces traces,
            Supplier<Set<String>> published) {
        this.arrivals = arrivals;
        this.maxBatch = maxBatch;
        this.models = models;
        this.palettes = palettes;
        this.recent = recent;
        this.finish = finish;
        this.meters = meters;
        this.traces = traces;
        this.published = published;
    }

    @Override
    public void run() {
        try {
            List<Arrival> taken = arrivals.take(maxBatch);
            published.get().forEach(recent::claim);
            while (!Thread.currentThread().isInterrupted()) {
                try (ModelLease lease = models.lease()) {
                    colour(lease.model(), taken);
                }
                taken = arrivals.take(maxBatch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void colour(ColourModel model, List<Arrival> taken) throws InterruptedException {
        Map<WaitingFrame.Shape, List<WaitingFrame>> byShape = new LinkedHashMap<>();
        List<WaitingFrame> inOrder = new ArrayList<>();
        for (Arrival arrival : taken) {
            WaitingFrame frame = admit(arrival, model);
            if (frame != null) {
                inOrder.add(frame);
                byShape.computeIfAbsent(frame.shape(), shape -> new ArrayList<>())
                        .add(frame);
            }
        }
        Map<Arrival, Runnable> next = new HashMap<>();
        byShape.values().forEach(frames -> colourTogether(model, frames, next));
        inOrder.forEach(frame -> next.get(frame.arrival()).run());
    }

    /** The frame, or null where its record ends here. */
    private WaitingFrame admit(Arrival arrival, ColourModel model) throws InterruptedException {
        try {
            LabTensor tensor = EventCodec.labTensor(arrival.bytes());
            FrameIngested ingested = tensor.frame();
            if (ingested.purpose() == Purpose.TRAIN) {
                palettes.of(model, tensor);
                meters.skipped();
                arrival.acknowledge();
                return null;
            }
            arrival.span().of(ingested.frameId(), ingested.target());
            arrival.writtenAt().ifPresent(meters::queued);
            if (!recent.claim(ingested.frameId())) {
                LOG.debugf("frame %s of %s was coloured already", ingested.frameId(), ingested.target());
                meters.duplicate();
                arrival.acknowledge();
                return null;
            }
            return new WaitingFrame(arrival, tensor, palettes.of(model, tensor));
        } catch (EventFormatException e) {
            LOG.warnf("a record goes to the dead letters: %s", e.getMessage());
            meters.deadLetter();
            arrival.giveUp(e);
            return null;
        }
    }

    private void colourTogether(ColourModel model, List<WaitingFrame> frames, Map<Arrival, Runnable> next) {
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
        } catch (RuntimeException e) {
            if (frames.size() == 1) {
                next.put(frames.get(0).arrival(), () -> finish.fail(frames.get(0), e));
            } else {
                frames.forEach(frame -> colourTogether(model, List.of(frame), next));
            }
        }
    }
}
