package io.astrochrome.metrics.registry.tensors;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Topics;
import io.astrochrome.imaging.quality.LightnessStatistics;
import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import io.astrochrome.metrics.scoring.TensorPicture;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.log.LogFollower;
import io.astrochrome.platform.log.LogSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Goes through the tensors' log and the lessons once from their beginning, and then keeps up: remembers where validation frames
 * and the newest live ones lie, what live frames look like, and how many frames there are to learn from. Where a frame is among
 * the lessons it is read there, since the log lets go of others. It holds no planes; bounded.
 * Thread-safe.
 */
@ApplicationScoped
public class TensorIndex {
    private static final Logger LOG = Logger.getLogger(TensorIndex.class);

    /** Enough for a verdict; the lowest ids, so that the choice stays the same while frames are added elsewhere. */
    private static final int MOST_VALIDATION_FRAMES = 200;

    private static final int MOST_TARGETS = 50;
    private static final int NEWEST_OF_A_TARGET = 4;
    private static final int MOST_LIVE_FRAMES = 1000;
    /** Few, so that another configured side is known soon. */
    private static final int NEWEST_FOR_SIDE = 20;

    private static final int MOST_TRAINING_FRAMES = 200_000;

    private final LogFollower follower;
    private final TreeMap<String, TensorPosition> validation = new TreeMap<>();
    private final Map<String, Deque<TensorPosition>> newest = new LinkedHashMap<>();
    private final Map<String, Instant> training = new HashMap<>();
    private final Deque<LiveFrame> live = new ArrayDeque<>();

    TensorIndex(KafkaClients clients, Meters meters) {
        meters.watch(Meter.GATE_VALIDATION, () -> validation().size());
        follower = new LogFollower(
                        "tensor-index",
                        clients.reading(Topics.LAB_TENSORS, Topics.LESSONS),
                        LogSettings.UNHURRIED,
                        this::take)
                .awaiting(Set.of(Topics.LAB_TENSORS));
    }

    void start(@Observes StartupEvent event) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) {
        follower.close();
    }

    /** Whether all that was in the log when the service started has been gone through. */
    public boolean isCaughtUp() {
        return follower.isCaughtUp();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            LabTensor tensor = EventCodec.labTensor(record.value());
            TensorPosition position = new TensorPosition(
                    tensor.frame().frameId(),
                    tensor.frame().target(),
                    tensor.preparedAt(),
                    new TopicPartition(record.topic(), record.partition()),
                    record.offset());
            switch (tensor.frame().purpose()) {
                case LIVE -> {
                    if (!position.isLesson()) {
                        live(tensor, position);
                    }
                }
                case TRAIN -> learnable(tensor, position);
                case VALIDATION -> measurable(tensor, position);
            }
        } catch (EventFormatException e) {
            LOG.debugf("%s-%d at %d is passed over: %s", record.topic(), record.partition(), record.offset(), e);
        }
    }

    private void live(LabTensor tensor, TensorPosition position) {
        LightnessStatistics statistics =
                LightnessStatistics.of(TensorPicture.of(tensor).lStar());
        synchronized (this) {
            if (live.stream().anyMatch(known -> known.frameId().equals(position.frameId()))) {
                return; // delivered again: it would count twice for drift, and stand still where others flicker
            }
            Deque<TensorPosition> ofTarget = newest.remove(position.target());
            if (ofTarget == null) {
                ofTarget = new ArrayDeque<>();
            }
            ofTarget.addLast(position);
            if (ofTarget.size() > NEWEST_OF_A_TARGET) {
                ofTarget.removeFirst();
            }
            newest.put(position.target(), ofTarget);
            if (newest.size() > MOST_TARGETS) {
                newest.remove(newest.keySet().iterator().next());
            }
            live.addLast(new LiveFrame(
                    position.frameId(), position.target(), position.preparedAt(), shortSide(tensor), statistics));
            if (live.size() > MOST_LIVE_FRAMES) {
                live.removeFirst();
            }
        }
    }

    private synchronized void learnable(LabTensor tensor, TensorPosition position) {
        if (tensor.hasColour() && training.size() < MOST_TRAINING_FRAMES) {
            training.putIfAbsent(position.frameId(), position.preparedAt());
        }
    }

    private synchronized void measurable(LabTensor tensor, TensorPosition position) {
        if (tensor.hasColour()) {
            validation.merge(position.frameId(), position, (known, newer) -> newer.isLesson() ? newer : known);
            if (validation.size() > MOST_VALIDATION_FRAMES) {
                validation.pollLastEntry();
            }
        }
    }

    /** Validation frames with colour, in the order of their ids. */
    public synchronized List<TensorPosition> validation() {
        return new ArrayList<>(validation.values());
    }

    /**
     * The newest live frames, those of a target together and in their order.
     *
     * @param most how many at most; the targets that were seen last come first
     */
    public synchronized List<List<TensorPosition>> newest(int most) {
        List<List<TensorPosition>> sequences = new ArrayList<>();
        List<Deque<TensorPosition>> targets = new ArrayList<>(newest.values());
        int left = most;
        for (int i = targets.size() - 1; i >= 0 && left > 0; i--) {
            List<TensorPosition> sequence = targets.get(i).stream()
                    .sorted(Comparator.comparing(TensorPosition::preparedAt))
                    .limit(left)
                    .toList();
            sequences.add(sequence);
            left -= sequence.size();
        }
        return sequences;
    }

    /** A target's newest live frame; empty where none was heard of lately. */
    public synchronized Optional<TensorPosition> newest(String target) {
        Deque<TensorPosition> known = newest.get(target);
        return known == null ? Optional.empty() : known.stream().max(Comparator.comparing(TensorPosition::preparedAt));
    }

    /** Number of frames to learn from that were prepared after that moment. */
    public synchronized long trainingFramesSince(Instant moment) {
        return training.values().stream().filter(at -> at.isAfter(moment)).count();
    }

    private static int shortSide(LabTensor tensor) {
        return Math.min(tensor.geometry().width(), tensor.geometry().height());
    }

    /**
     * The short side of the newest live frames' tensors in px: the largest, since strips are reduced further. Empty where
     * there are no live frames.
     */
    public synchronized OptionalInt liveSide() {
        return live.stream()
                .skip(Math.max(0, live.size() - NEWEST_FOR_SIDE))
                .mapToInt(LiveFrame::shortSide)
                .max();
    }

    /** The newest live frames, the oldest first. */
    public synchronized List<LiveFrame> live() {
        return new ArrayList<>(live);
    }
}
