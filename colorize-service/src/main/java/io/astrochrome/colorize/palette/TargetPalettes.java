package io.astrochrome.colorize.palette;

import io.astrochrome.colorize.tensor.ReducedPicture;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Purpose;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.palette.Palette;
import io.astrochrome.imaging.palette.PaletteRequest;
import io.astrochrome.platform.cache.BoundedMap;
import io.astrochrome.platform.store.StoredRecords;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.tensors.HalfFloat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The palette of each target's newest colour frame on the stream. Kept in the object store, so that it outlives the process
 * and is found by the next instance that has the target's partition. What was learnt is known at once, also while it is on
 * its way to the store. For one thread, {@link #keep} for any.
 *
 * <p>Frames to validate with are left out: their colours are the truth to measure against.
 */
final class TargetPalettes {
    private static final int REMEMBERED = 1024;
    /** Enough to know a picture's colours by; a live tensor has three times as many. */
    private static final int MOST_PIXELS = 20_000;
    /** After it the store is asked again: the target's partition may have been another instance's meanwhile. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ObjectStore store;
    private final Clock clock;
    private final boolean replay;
    private final Map<String, Known> remembered = BoundedMap.ofLastUsed(REMEMBERED);

    /** Learnt, and not yet in the store, which until then has an older one. */
    private final Map<String, KeptPalette> unkept = new ConcurrentHashMap<>();

    /**
     * The palettes of the stream.
     *
     * @param replay whether past frames are looked at: the store then keeps what it has, and a colour frame that went before
     *     counts more than the newest
     */
    TargetPalettes(ObjectStore store, Clock clock, boolean replay) {
        this.store = store;
        this.clock = clock;
        this.replay = replay;
    }

    /** What is known of a target, and since when. */
    private record Known(Optional<KeptPalette> palette, Instant since) {}

    /** The colours of a frame that has any, to be kept; a replay keeps none. */
    Optional<KeptPalette> learn(LabTensor frame) {
        if (!frame.hasColour() || frame.frame().purpose() == Purpose.VALIDATION) {
            return Optional.empty();
        }
        String target = frame.frame().target();
        Palette palette = Palette.of(PaletteRequest.TARGET, picture(frame));
        KeptPalette learnt = new KeptPalette(
                target, frame.frame().frameId(), palette.swatches(), frame.stack() != null, palette.places());
        remembered.put(target, new Known(Optional.of(learnt), clock.instant()));
        if (replay) {
            return Optional.empty();
        }
        unkept.put(target, learnt);
        return Optional.of(learnt);
    }

    /** Puts into the store what was learnt; those of one target in their order. Doing it twice changes nothing. */
    void keep(KeptPalette learnt) {
        StoredRecords.keep(store, ObjectKeys.palette(learnt.target()), learnt);
        unkept.remove(learnt.target(), learnt);
    }

    /** The target's palette, if it has had a colour frame. */
    Optional<KeptPalette> of(String target) {
        KeptPalette learnt = unkept.get(target);
        if (learnt != null) {
            return Optional.of(learnt);
        }
        Known known = remembered.get(target);
        if (known == null || (!replay && known.since.plus(FRESH).isBefore(clock.instant()))) {
            known = new Known(
                    StoredRecords.findReadable(store, ObjectKeys.palette(target), KeptPalette.class), clock.instant());
            remembered.put(target, known);
        }
        return known.palette;
    }

    /** Pixels spread evenly over the frame, row by row. */
    private static LabImage picture(LabTensor frame) {
        LabImage whole =
                ReducedPicture.of(frame, HalfFloat.toFloats(frame.requireA()), HalfFloat.toFloats(frame.requireB()));
        int step = (int) Math.ceil(Math.sqrt((double) whole.lStar().length / MOST_PIXELS));
        int width = (whole.width() + step - 1) / step;
        int height = (whole.height() + step - 1) / step;
        float[] lStar = new float[width * height];
        float[] a = new float[width * height];
        float[] b = new float[width * height];
        for (int i = 0; i < lStar.length; i++) {
            int from = i / width * step * whole.width() + i % width * step;
            lStar[i] = whole.lStar()[from];
            a[i] = whole.requireA()[from];
            b[i] = whole.requireB()[from];
        }
        return new LabImage(width, height, lStar, a, b);
    }
}
