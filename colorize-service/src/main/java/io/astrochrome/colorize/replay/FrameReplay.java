package io.astrochrome.colorize.replay;

import io.astrochrome.colorize.inference.ColouredFrame;
import io.astrochrome.colorize.inference.FrameInference;
import io.astrochrome.colorize.palette.Guidance;
import io.astrochrome.colorize.palette.PaletteChooser;
import io.astrochrome.colorize.tensor.ReducedPicture;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Topics;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.quality.GainOverGrey;
import io.astrochrome.model.ColourModel;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.log.LogRange;
import io.astrochrome.platform.log.LogReader;
import io.astrochrome.tensors.HalfFloat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Colours past frames again, with any model and steered as they were, from the tensors on the log. No group's offsets move
 * and nothing of the live stream is written. A frame that lies in the span twice is coloured once; one that cannot be
 * coloured is told and the others go on. For one thread.
 */
public final class FrameReplay {
    private final KafkaClients clients;
    private final ColourModel model;
    private final PaletteChooser palettes;
    private final List<ReplaySink> sinks;
    private final ReplayWatch watch;
    private final Set<String> done = new HashSet<>();
    private int coloured;
    private int refused;
    private int scored;
    private double gains;

    /** The model and the sinks are the caller's to close. */
    public FrameReplay(
            KafkaClients clients,
            ColourModel model,
            PaletteChooser palettes,
            List<ReplaySink> sinks,
            ReplayWatch watch) {
        this.clients = clients;
        this.model = model;
        this.palettes = palettes;
        this.sinks = List.copyOf(sinks);
        this.watch = watch;
    }

    /**
     * Colours the span's frames.
     *
     * @throws IOException where the log has no such span
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    public ReplayFigures run(ReplaySpan span) throws IOException {
        try (LogReader log = new LogReader(clients.reading(Topics.LAB_TENSORS))) {
            List<LogRange> ranges = span.ranges(log);
            watch.begins(ranges.stream().mapToLong(LogRange::length).sum());
            for (ConsumerRecord<byte[], byte[]> record : log.records(ranges)) {
                take(record, span);
                watch.passed();
            }
        }
        return new ReplayFigures(coloured, refused, scored, gains / scored);
    }

    private void take(ConsumerRecord<byte[], byte[]> record, ReplaySpan span) {
        LabTensor tensor;
        try {
            tensor = EventCodec.labTensor(record.value());
        } catch (EventFormatException e) {
            if (span.takesTarget(record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8))) {
                refuse(record.topic() + "/" + record.partition() + "/" + record.offset(), e);
            }
            return;
        }
        try {
            boolean meant =
                    span.takes(tensor.frame()) && done.add(tensor.frame().frameId());
            Guidance guidance = meant ? palettes.choose(tensor).of(model) : Guidance.NONE;
            palettes.learn(tensor);
            if (!meant) {
                return;
            }
            ColouredFrame frame = FrameInference.colour(model, List.of(tensor), List.of(guidance))
                    .get(0);
            for (ReplaySink sink : sinks) {
                sink.take(frame);
            }
            score(frame);
            coloured++;
            watch.coloured(tensor.frame());
        } catch (IOException | RuntimeException e) {
            refuse(tensor.frame().fileName() + " of " + tensor.frame().target(), e);
        }
    }

    private void refuse(String name, Exception reason) {
        refused++;
        watch.refused(name, String.valueOf(reason.getMessage()));
    }

    private void score(ColouredFrame frame) {
        LabTensor tensor = frame.tensor();
        if (!tensor.hasColour()) {
            return;
        }
        LabImage truth =
                ReducedPicture.of(tensor, HalfFloat.toFloats(tensor.requireA()), HalfFloat.toFloats(tensor.requireB()));
        LabImage colours = ReducedPicture.of(tensor, frame.a(), frame.b());
        gains += GainOverGrey.of(truth, colours.requireA(), colours.requireB()).gainDecibels();
        scored++;
    }
}
