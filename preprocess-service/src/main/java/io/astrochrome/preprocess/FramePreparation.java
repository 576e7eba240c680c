package io.astrochrome.preprocess;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FrameLabels;
import io.astrochrome.events.FrameStack;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.StretchApplied;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubShown;
import io.astrochrome.imaging.color.LuminanceRows;
import io.astrochrome.imaging.compose.Composite;
import io.astrochrome.imaging.decode.DecodeOutcome;
import io.astrochrome.imaging.decode.Decoded;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.Rejected;
import io.astrochrome.imaging.prepare.FramePipeline;
import io.astrochrome.imaging.prepare.FrameReducer;
import io.astrochrome.imaging.prepare.TensorPlanes;
import io.astrochrome.imaging.stretch.NoStretch;
import io.astrochrome.imaging.stretch.Stretch;
import io.astrochrome.imaging.stretch.StretchCurve;
import io.astrochrome.imaging.stretch.StretchedFrame;
import io.astrochrome.imaging.write.KnownColoursFile;
import io.astrochrome.imaging.write.LuminanceFile;
import io.astrochrome.imaging.write.MeasuredColours;
import io.astrochrome.preprocess.stack.JudgedSub;
import io.astrochrome.preprocess.stack.Nights;
import io.astrochrome.preprocess.stack.StackPicture;
import io.astrochrome.storage.ObjectAlteredException;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * From a frame's reference to its tensor: fetched and verified, decoded, stacked where it is an exposure of a night, else
 * stretched; reduced; a live frame's luminance is stored on the way. The same frame gives the same objects under the same keys, so that it may be done again at any time.
 * Throws what the store throws when it does not answer; everything wrong with the frame is an outcome.
 */
@ApplicationScoped
class FramePreparation {
    private static final Logger LOG = Logger.getLogger(FramePreparation.class);

    /** What a composer brings a stack's light to be seen with. */
    private static final String STACK_STRETCH = "midtone-linked";

    /** Pictures of frames with more are made while no other frame is prepared. */
    private static final long LARGE_PIXELS = 16_000_000;

    private final ObjectStore store;
    private final FrameFetch frames;
    private final Nights nights;
    private final StaticStretches staticStretches;
    private final FramePipeline pipeline;
    private final WorkFolder folder;
    private final PreprocessSettings settings;
    private final StageTimers timers;

    FramePreparation(
            ObjectStore store,
            FrameFetch frames,
            Nights nights,
            StaticStretches staticStretches,
            FramePipeline pipeline,
            WorkFolder folder,
            PreprocessSettings settings,
            StageTimers timers) {
        this.store = store;
        this.frames = frames;
        this.nights = nights;
        this.staticStretches = staticStretches;
        this.pipeline = pipeline;
        this.folder = folder;
        this.settings = settings;
        this.timers = timers;
    }

    /** @param told hears what became of an exposure, before a picture is made of it; perhaps twice where the store does not answer */
    Preparation prepare(FrameIngested event, Consumer<SubJudged> told) {
        DecodeOutcome outcome;
        try {
            outcome = frames.decode(event);
        } catch (ObjectMissingException | ObjectAlteredException e) {
            return new Preparation.Quarantined(event.fileName() + ": " + e.getMessage());
        }
        if (outcome instanceof Rejected rejected) {
            return new Preparation.Quarantined(rejected.message());
        }
        DecodedFrame frame = ((Decoded) outcome).frame();
        frame.notes().forEach(note -> LOG.infof("%s of %s: %s", event.fileName(), event.target(), note));
        Optional<JudgedSub> judged = timers.time(
                "stack",
                () -> nights.add(event, frame, sub -> {
                    timers.judged(sub);
                    told.accept(sub);
                }));
        if (judged.isEmpty()) {
            return new Preparation.Prepared(Optional.of(tensor(event, frame)), Optional.empty(), false);
        }
        Optional<LabTensor> tensor =
                judged.get().sub().shown() == SubShown.SINGLE ? Optional.of(tensor(event, frame)) : Optional.empty();
        return new Preparation.Prepared(
                tensor,
                judged.get().composition().map(picture -> () -> tensor(picture)),
                (long) frame.width() * frame.height() > LARGE_PIXELS);
    }

    /** The tensor of a picture that is yet to be composed. */
    LabTensor tensor(Supplier<StackPicture> picture) {
        return tensor(timers.time("compose", picture));
    }

    /** The tensor of a picture of stacks, with its colours where they are the truth; what is known of its colours and its luminance are stored on the way. */
    private LabTensor tensor(StackPicture picture) {
        FrameIngested newest = picture.newest();
        Composite composite = picture.composite();
        TensorPlanes reduced = timers.time(
                "reduce",
                () -> pipeline.reduce(composite.grey(), settings.shapes().of(Purpose.LIVE)));
        TensorPlanes planes =
                picture.isTruth() ? reduced.withChroma(composite.known().colour()) : reduced;
        ObjectReference luminance = timers.time(
                "luminance",
                () -> storeLuminance(
                        newest,
                        ObjectKeys.luminance(newest.frameId(), picture.stackId()),
                        composite.luminance(),
                        List.of()));
        ObjectReference colours = timers.time(
                "colours",
                () -> store.put(
                        ObjectKeys.knownColours(newest.frameId(), picture.stackId()),
                        KnownColoursFile.toBytes(composite.known()),
                        KnownColoursFile.MEDIA_TYPE));
        MeasuredColours shares = MeasuredColours.of(picture.lights(), composite, /* guess= */ true);
        timers.composed(newest.target(), shares.measured());
        return new LabTensor(
                newest,
                planes.grid(),
                new StretchApplied(STACK_STRETCH, StretchPolicy.SCOPE, Map.of()),
                luminance,
                Instant.now(),
                planes.lightness(),
                planes.a(),
                planes.b(),
                new FrameStack(
                        picture.stackId(),
                        shares.formula(),
                        shares.subs(),
                        shares.seconds(),
                        shares.measured(),
                        shares.physics(),
                        shares.guessed(),
                        colours));
    }

    private LabTensor tensor(FrameIngested ingested, DecodedFrame decoded) {
        FrameIngested event = filtered(nights.asked(ingested), decoded);
        StretchCurve curve = timers.time("stretch-fit", () -> curve(event, decoded));
        StretchedFrame stretched = timers.time("stretch", () -> curve.applyInPlace(decoded));
        TensorPlanes planes = timers.time(
                "reduce", () -> pipeline.reduce(stretched, settings.shapes().of(event.purpose())));
        ObjectReference luminance = event.purpose() == Purpose.LIVE
                ? timers.time(
                        "luminance",
                        () -> storeLuminance(
                                event,
                                ObjectKeys.luminance(event.frameId(), hash(curve)),
                                FrameReducer.luminance(stretched),
                                decoded.fitsCards()))
                : null;
        return new LabTensor(
                event,
                planes.grid(),
                new StretchApplied(
                        curve.name(), isStatic(event, curve.name()) ? StretchPolicy.SCOPE : "frame", shown(curve)),
                luminance,
                Instant.now(),
                planes.lightness(),
                planes.a(),
                planes.b());
    }

    /** What colours it is told through which filter it was taken, by the same rule as exposures are kept apart, in words that are understood everywhere. */
    private FrameIngested filtered(FrameIngested event, DecodedFrame frame) {
        if (event.purpose() != Purpose.LIVE) {
            return event;
        }
        String filter = nights.filter(event, frame);
        return filter.isBlank() ? event : event.withLabel(FrameLabels.FILTER, filter);
    }

    private StretchCurve curve(FrameIngested event, DecodedFrame frame) {
        Stretch stretch = settings.stretches().of(frame);
        return isStatic(event, stretch.name()) ? staticStretches.curve(event, stretch, frame) : pipeline.fit(frame);
    }

    /** Frames to learn from are no sequence; each is stretched by itself. */
    private static boolean isStatic(FrameIngested event, String stretch) {
        return event.purpose() == Purpose.LIVE && !stretch.equals(NoStretch.NAME);
    }

    private static String hash(StretchCurve curve) {
        String text = curve.name() + new TreeMap<>(shown(curve));
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Double> shown(StretchCurve curve) {
        return curve.name().equals(NoStretch.NAME) ? Map.of() : curve.parameters();
    }

    private ObjectReference storeLuminance(
            FrameIngested event, String key, LuminanceRows luminance, List<String> fitsCards) {
        try (WorkFolder.WorkFile file = folder.file(".luminance")) {
            LuminanceFile.write(file.path(), luminance, fitsCards);
            return store.put(key, file.path(), LuminanceFile.MEDIA_TYPE);
        } catch (IOException e) {
            throw new UncheckedIOException("the luminance of " + event.fileName() + " cannot be written", e);
        }
    }
}
