package io.astrochrome.metrics.observatory.stretches;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.FramePosition;
import io.astrochrome.events.StretchApplied;
import io.astrochrome.events.stretch.SequenceStretch;
import io.astrochrome.events.stretch.StretchCause;
import io.astrochrome.events.stretch.StretchChange;
import io.astrochrome.events.stretch.StretchReset;
import io.astrochrome.metrics.observatory.TestStore;
import io.astrochrome.storage.ObjectKeys;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetStretchesTest {
    private static final Instant NIGHT = Instant.parse("2026-11-29T20:00:00Z");

    @TempDir
    private static Path folder;

    private static TestStore server;

    private final TargetStretches stretches = new TargetStretches(server.objects());

    @BeforeAll
    static void start() {
        server = new TestStore(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static StretchChange change(StretchCause cause, int second) {
        FramePosition at = new FramePosition(NIGHT.plusSeconds(second), "frame " + second);
        return new StretchChange(
                at,
                cause,
                "seen at " + second,
                null,
                new StretchApplied("midtone-linked", "target", Map.of("shadows", 0.5 * second)),
                List.of(at));
    }

    private static void keep(String target, String sequence, StretchChange first, StretchChange then) {
        SequenceStretch kept = SequenceStretch.begun(target, first, null).changed(then, null);
        server.objects().put(ObjectKeys.stretch(target, sequence), EventCodec.toJson(kept), "application/json");
    }

    @Test
    void tellWhatChangedInAllSequencesOfATargetTheNewestFirst() {
        keep("M 42", "f00d", change(StretchCause.FIRST, 0), change(StretchCause.MOVED, 7));
        keep("M 42", "beef", change(StretchCause.FIRST, 3), change(StretchCause.ASKED, 9));
        keep("M 31", "f00d", change(StretchCause.FIRST, 100), change(StretchCause.MOVED, 101));

        List<StretchView> changes = stretches.changes("M 42");

        assertThat(changes)
                .extracting(StretchView::detail)
                .containsExactly("seen at 9", "seen at 7", "seen at 3", "seen at 0");
        assertThat(changes).extracting(StretchView::sequence).containsExactly("beef", "f00d", "beef", "f00d");
        assertThat(changes.get(0))
                .isEqualTo(new StretchView(
                        "beef",
                        NIGHT.plusSeconds(9),
                        "frame 9",
                        StretchCause.ASKED,
                        "seen at 9",
                        "midtone-linked",
                        Map.of("shadows", 4.5)));
    }

    @Test
    void aTargetIsKnownOnceASequenceOfItHasAStretch() {
        assertThat(stretches.isKnown("M 51")).isFalse();
        assertThat(stretches.changes("M 51")).isEmpty();

        keep("M 51", "f00d", change(StretchCause.FIRST, 0), change(StretchCause.MOVED, 1));

        assertThat(stretches.isKnown("M 51")).isTrue();
        assertThat(stretches.isKnown("M 5")).as("whose name it begins with").isFalse();
    }

    @Test
    void whatIsNoStretchIsPassedOverAndTheOthersAreTold() {
        keep("M 52", "f00d", change(StretchCause.FIRST, 0), change(StretchCause.MOVED, 1));
        server.objects().put(ObjectKeys.stretch("M 52", "beef"), "no stretch".getBytes(UTF_8), "application/json");

        assertThat(stretches.changes("M 52")).hasSize(2);
    }

    @Test
    void aRequestLiesWhereItIsLookedFor() throws Exception {
        StretchReset reset = new StretchReset("M 42", "Ada", "dawn", NIGHT);

        stretches.ask(reset);

        try (InputStream in = server.objects().open(ObjectKeys.stretchReset("M 42"))) {
            assertThat(EventCodec.fromJson(in.readAllBytes(), StretchReset.class))
                    .isEqualTo(reset);
        }
    }
}
