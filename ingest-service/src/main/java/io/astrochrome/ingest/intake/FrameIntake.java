package io.astrochrome.ingest.intake;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.decode.ProbeOutcome;
import io.astrochrome.imaging.decode.Probed;
import io.astrochrome.imaging.decode.Rejected;
import io.astrochrome.platform.tracing.FrameSpan;
import io.astrochrome.platform.tracing.Traces;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Takes frames in: receives, checks the header, stores, publishes, marks, in this order. An accepted frame is in the store
 * and in the log. A frame that was not accepted has no event and no mark; bytes of it that are stored already stay, since another
 * instance may have taken in the same ones meanwhile, and serve when it is sent again. The same bytes are accepted once, whoever
 * sends them, also across restarts, for as long as the store has them; only if the process dies between Kafka's acknowledgement and
 * the mark, or two instances take in the same bytes at the same moment, is a frame's event published twice, with the same id.
 * Thread-safe.
 */
public final class FrameIntake {
    private static final Logger LOG = Logger.getLogger(FrameIntake.class);
    private static final int LOCKS = 64;
    private static final int PROBES_AT_A_TIME = 2;

    private final UploadFolder uploads;
    private final FrameDecoder decoder;
    private final ObjectStore store;
    private final IngestedMarks marks;
    private final FramePublisher publisher;
    private final PaletteRules palettes;
    private final IntakeMeters meters;
    private final Traces traces;
    private final Clock clock;
    private final Semaphore probes = new Semaphore(PROBES_AT_A_TIME);
    private final Object[] locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new Object()).toArray();

    FrameIntake(
            UploadFolder uploads,
            FrameDecoder decoder,
            ObjectStore store,
            FramePublisher publisher,
            PaletteRules palettes,
            IntakeMeters meters,
            Traces traces,
            Clock clock) {
        this.uploads = uploads;
        this.decoder = decoder;
        this.store = store;
        this.marks = new IngestedMarks(store);
        this.publisher = publisher;
        this.palettes = palettes;
        this.meters = meters;
        this.traces = traces;
        this.clock = clock;
    }

    /**
     * Takes one frame in.
     *
     * @param bytes read to its end, or to the first byte too many; stays open
     * @throws IOException where the sender breaks off; nothing is left behind
     */
    public IntakeOutcome take(Submission submission, InputStream bytes) throws IOException {
        long start = System.nanoTime();
        try (FrameSpan span = traces.arrival("ingest")) {
            IntakeOutcome outcome = span.within(() -> receiveAndAnnounce(submission, bytes));
            meters.took(start);
            if (outcome instanceof IntakeOutcome.Accepted accepted) {
                span.of(accepted.event().frameId(), accepted.event().target());
            }
            return meters.count(submission, outcome);
        }
    }

    /** Refuses a frame that is announced with more bytes than the limit, before a byte of it is read. */
    public Optional<IntakeOutcome> refuseUnread(Submission submission, long announcedBytes) {
        return uploads.accepts(announcedBytes)
                ? Optional.empty()
                : Optional.of(meters.count(submission, tooLarge(uploads.tooLarge(submission.fileName()))));
    }

    private IntakeOutcome receiveAndAnnounce(Submission submission, InputStream bytes) throws IOException {
        try (ReceivedFrame frame = uploads.receive(bytes, submission.fileName())) {
            ProbeOutcome probe = probe(frame, submission);
            if (probe instanceof Rejected rejected) {
                return new IntakeOutcome.Refused(Refusal.of(rejected.code()), rejected.message());
            }
            synchronized (locks[Math.floorMod(frame.sha256().hashCode(), LOCKS)]) {
                return announceOnce(submission, frame, (Probed) probe);
            }
        } catch (FrameTooLargeException e) {
            return tooLarge(e);
        } catch (NoRoomException | StoreException | UncheckedIOException e) {
            return new IntakeOutcome.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    /** A header may take some megabytes to read, of which a small heap has room for few at a time. */
    private ProbeOutcome probe(ReceivedFrame frame, Submission submission) {
        probes.acquireUninterruptibly();
        try {
            return decoder.probe(frame.file(), submission.fileName());
        } finally {
            probes.release();
        }
    }

    private static IntakeOutcome tooLarge(FrameTooLargeException e) {
        return new IntakeOutcome.Refused(Refusal.TOO_MANY_BYTES, String.valueOf(e.getMessage()));
    }

    private IntakeOutcome announceOnce(Submission submission, ReceivedFrame frame, Probed probed) {
        String key = ObjectKeys.frame(frame.sha256());
        Optional<FrameIngested> first = store.stat(key).isPresent() ? marks.find(frame.sha256()) : Optional.empty();
        if (first.isPresent()) {
            return new IntakeOutcome.Duplicate(first.get());
        }
        ObjectReference object = store.put(key, frame.file(), probed.mediaType().mediaTypeName());
        FrameIngested event = event(submission, probed, object);
        try {
            publisher.publish(event);
        } catch (PublishFailedException e) {
            return new IntakeOutcome.Unavailable(String.valueOf(e.getMessage()));
        }
        mark(event);
        return new IntakeOutcome.Accepted(event);
    }

    private FrameIngested event(Submission submission, Probed probed, ObjectReference object) {
        String target = TargetName.of(submission, probed.object());
        return new FrameIngested(
                object.sha256(),
                target,
                object,
                probed.mediaType().mediaTypeName(),
                submission.fileName(),
                submission.purpose(),
                submission.source(),
                probed.exposedAt().orElse(null),
                Instant.now(clock),
                palettes.of(submission, target).orElse(null),
                submission.labels().byName());
    }

    /** The frame is in, marked or not: without its mark it would merely be announced again. */
    private void mark(FrameIngested event) {
        try {
            marks.set(event);
        } catch (StoreException e) {
            LOG.warnf("frame %s has no mark and will not be known again: %s", event.frameId(), e.getMessage());
        }
    }
}
