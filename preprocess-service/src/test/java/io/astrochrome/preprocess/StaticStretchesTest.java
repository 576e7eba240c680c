package io.astrochrome.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.stretch.SequenceStretch;
import io.astrochrome.events.stretch.StretchCause;
import io.astrochrome.events.stretch.StretchChange;
import io.astrochrome.events.stretch.StretchReset;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import io.astrochrome.imaging.stretch.MidtoneStretch;
import io.astrochrome.imaging.stretch.StretchCurve;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.Sha256;
import io.astrochrome.testkit.StreamTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
class StaticStretchesTest {
    private static final int SIDE = 128;
    private static final Instant NIGHT = Instant.parse("2026-11-29T20:00:00Z");

    @Inject
    ObjectStore store;

    @Inject
    StageTimers meters;

    private final String target = "target " + UUID.randomUUID();
    private StaticStretches stretches;

    @BeforeEach
    void start() {
        stretches = instanceAt(NIGHT);
    }

    /** An instance as it is after a start at that time: it remembers nothing. */
    private StaticStretches instanceAt(Instant now) {
        return new StaticStretches(
                store,
                new StoredRequests<>(
                        store, ObjectKeys::stretchReset, StretchReset.class, Clock.fixed(now, ZoneOffset.UTC)),
                meters);
    }

    /** The target's frame of that number, with a sky of that many counts. */
    private record Shot(FrameIngested event, DecodedFrame frame) {}

    private Shot shot(int number, double background) {
        Random random = new Random(number);
        short[] counts = new short[SIDE * SIDE];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (short) Math.max(1, background * (1 + 0.03 * random.nextGaussian()));
        }
        String id = Sha256.of((target + number).getBytes(StandardCharsets.UTF_8));
        return new Shot(
                new FrameIngested(
                        id,
                        target,
                        new ObjectReference("test", "frames/" + id, 1, id),
                        "image/fits",
                        number + ".fits",
                        Purpose.LIVE,
                        "test",
                        null,
                        NIGHT.plusSeconds(number),
                        null,
                        Map.of()),
                new DecodedFrame(
                        MediaType.FITS,
                        SIDE,
                        SIDE,
                        true,
                        SampleLevels.SIXTEEN_BITS,
                        List.of(new UnsignedShortSamples(counts)),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private StretchCurve curve(Shot shot) {
        return stretches.curve(shot.event(), MidtoneStretch.LINKED, shot.frame());
    }

    /** Of the picture, in [0, 1]. */
    private double background(Shot shot) {
        short[] picture = curve(shot).apply(shot.frame()).plane(0);
        int[] values = new int[picture.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = picture[i] & 0xffff;
        }
        Arrays.sort(values);
        return values[values.length / 2] / 65535.0;
    }

    private SequenceStretch kept() throws Exception {
        String key;
        try (var keys = store.list(ObjectKeys.stretches(target))) {
            key = keys.toList().get(0);
        }
        try (InputStream in = store.open(key)) {
            return EventCodec.fromJson(in.readAllBytes(), SequenceStretch.class);
        }
    }

    @Test
    void aSteadySequenceKeepsItsFirstFramesCurve() throws Exception {
        StretchCurve first = curve(shot(0, 900));
        for (int number = 1; number < 12; number++) {
            assertThat(curve(shot(number, 900 + number))).isEqualTo(first);
        }

        assertThat(kept().changes()).hasSize(1);
        assertThat(kept().current().cause()).isEqualTo(StretchCause.FIRST);
    }

    @Test
    void aLensCapOnTheFirstFrameDoesNotSpoilTheNight() throws Exception {
        curve(shot(0, 40));
        List<Double> backgrounds = new ArrayList<>();
        for (int number = 1; number <= 8; number++) {
            backgrounds.add(background(shot(number, 900)));
        }

        assertThat(backgrounds.get(0)).as("by the cap's curve").isGreaterThan(0.9);
        assertThat(backgrounds.get(7)).as("by its own").isCloseTo(0.25, within(0.03));
        StretchChange change = kept().current();
        assertThat(change.cause()).isEqualTo(StretchCause.MOVED);
        assertThat(change.at().frameId()).isEqualTo(shot(3, 900).event().frameId());
        assertThat(change.detail()).contains("3 frames running");
    }

    @Test
    void aCloudOfTwoFramesChangesNothing() throws Exception {
        StretchCurve clear = curve(shot(0, 900));
        curve(shot(1, 5000));
        curve(shot(2, 5000));
        curve(shot(3, 900));
        curve(shot(4, 5000));
        curve(shot(5, 5000));

        assertThat(curve(shot(6, 900))).isEqualTo(clear);
        assertThat(kept().changes()).hasSize(1);
    }

    @Test
    void theCurveGoesToTheNewOneInFourEvenSteps() {
        double before = shadows(curve(shot(0, 900)));
        curve(shot(1, 1100));
        curve(shot(2, 1100));
        List<Double> steps = new ArrayList<>();
        for (int number = 3; number <= 7; number++) {
            steps.add(shadows(curve(shot(number, 1100))));
        }

        double after = steps.get(4);
        for (int step = 0; step < 4; step++) {
            assertThat(steps.get(step)).isCloseTo(before + (step + 1) / 4.0 * (after - before), within(1e-9));
        }
    }

    @Test
    void aFrameThatIsDeliveredAgainHasTheCurveThatItHadAndCountsOnce() throws Exception {
        List<Shot> shots = new ArrayList<>();
        List<StretchCurve> curves = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            shots.add(shot(number, number == 0 ? 40 : 900));
            curves.add(curve(shots.get(number)));
            stretches = instanceAt(NIGHT); // killed before it could commit: all of it comes again
            for (int again = 0; again <= number; again++) {
                assertThat(curve(shots.get(again)))
                        .as("frame %d after %d", again, number)
                        .isEqualTo(curves.get(again));
            }
        }
        assertThat(kept().changes()).hasSize(2);
    }

    @Test
    void aFrameThatWasOvertakenDecidesNothing() throws Exception {
        curve(shot(1, 900));
        curve(shot(20, 900));
        curve(shot(10, 5000));
        curve(shot(11, 5000));
        curve(shot(12, 5000));

        assertThat(kept().changes()).hasSize(1);
    }

    @Test
    void aPersonsRequestIsFollowedOnceByTheNextFrame() throws Exception {
        StretchCurve first = curve(shot(0, 900));
        StretchReset reset = new StretchReset(target, "Ada", "the first frame had a satellite", NIGHT.plusSeconds(1));
        store.put(ObjectKeys.stretchReset(target), EventCodec.toJson(reset), "application/json");
        stretches = instanceAt(NIGHT.plusSeconds(5));

        StretchCurve second = curve(shot(6, 930));

        assertThat(second)
                .isEqualTo(MidtoneStretch.LINKED.fit(shot(6, 930).frame()))
                .isNotEqualTo(first);
        assertThat(curve(shot(7, 900))).isEqualTo(second);
        assertThat(kept().changes()).hasSize(2);
        assertThat(kept().current().cause()).isEqualTo(StretchCause.ASKED);
        assertThat(kept().current().detail()).isEqualTo("Ada: the first frame had a satellite");
    }

    @Test
    void aRequestOfBeforeTheSequenceBeganIsDoneWithIt() throws Exception {
        StretchReset reset = new StretchReset(target, "Ada", "other filters", NIGHT.minusSeconds(60));
        store.put(ObjectKeys.stretchReset(target), EventCodec.toJson(reset), "application/json");

        curve(shot(0, 900));
        curve(shot(1, 900));

        assertThat(kept().changes()).hasSize(1);
    }

    private static double shadows(StretchCurve curve) {
        return curve.parameters().get("shadows");
    }
}
