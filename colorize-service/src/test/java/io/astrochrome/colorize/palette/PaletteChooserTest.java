package io.astrochrome.colorize.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.colorize.inference.ColouredFrame;
import io.astrochrome.colorize.inference.FrameInference;
import io.astrochrome.colorize.stream.TestFrame;
import io.astrochrome.events.FrameStack;
import io.astrochrome.events.LabTensor;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.palette.PaletteTrust;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.model.TinyModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaletteChooserTest {
    private static StreamServers servers;
    private static MinioObjectStore store;

    @TempDir
    private Path scratch;

    private final HandClock clock = new HandClock();

    @BeforeAll
    static void start() {
        servers = StreamServers.start();
        store = new MinioObjectStore(servers.storeSettings());
    }

    @AfterAll
    static void stop() {
        store.close();
        servers.close();
    }

    /** Goes on when it is told to. */
    private static final class HandClock extends Clock {
        private Instant now = Instant.EPOCH;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private PaletteChooser chooser() {
        return new PaletteChooser(store, scratch, clock);
    }

    private static LabTensor mono(String target) {
        return TestFrame.live(store, target, 1, 64, 64).tensor();
    }

    private static LabTensor inColour(String target, float a) {
        return TestFrame.live(store, target, 2, 64, 64).inColour(a, 10).tensor();
    }

    private static double a(ChosenPalette chosen) {
        return chosen.palette().swatches().get(0).a();
    }

    @Test
    void whatAFrameTeachesIsKnownBeforeItIsInTheStore() throws Exception {
        PaletteChooser chooser = chooser();
        assertThat(chooser.choose(mono("M 1"))).isEqualTo(ChosenPalette.NONE);

        KeptPalette learnt = chooser.learn(inColour("M 1", 40)).orElseThrow();

        assertThat(chooser.choose(mono("M 1")).trust()).isEqualTo(PaletteTrust.KINDRED);
        assertThat(a(chooser.choose(mono("M 1")))).isCloseTo(40, within(1.0));
        assertThat(store.stat(ObjectKeys.palette("M 1"))).isEmpty();
        assertThat(chooser().choose(mono("M 1"))).as("of the next instance").isEqualTo(ChosenPalette.NONE);

        chooser.keep(learnt);

        assertThat(a(chooser().choose(mono("M 1")))).isCloseTo(40, within(1.0));
    }

    @Test
    void coloursThatWereMeasuredAreFollowedPlaceByPlace() throws Exception {
        PaletteChooser chooser = chooser();
        LabTensor single = inColour("M 10", 40);
        FrameStack stack = new FrameStack(
                "ab".repeat(32),
                "rgb",
                Map.of("R", 4, "G", 4, "B", 4),
                Map.of("R", 40.0, "G", 40.0, "B", 40.0),
                0.9,
                0,
                0.1,
                single.luminance());
        LabTensor composite = new LabTensor(
                single.frame(),
                single.geometry(),
                single.stretch(),
                single.luminance(),
                single.preparedAt(),
                single.lightness(),
                single.a(),
                single.b(),
                stack);

        chooser.keep(chooser.learn(composite).orElseThrow());

        try (ColourModel model = load(TinyModel.named("led").palette(28))) {
            for (PaletteChooser each : List.of(chooser, chooser())) {
                ChosenPalette chosen = each.choose(mono("M 10"));
                assertThat(chosen.trust()).isEqualTo(PaletteTrust.CERTAIN);
                LabTensor next = mono("M 10");
                ColouredFrame coloured = FrameInference.colour(model, List.of(next), List.of(chosen.of(model)))
                        .get(0);
                assertThat(mean(coloured.a())).as("as was measured").isCloseTo(40, within(2.0));
                assertThat(mean(coloured.b())).isCloseTo(10, within(2.0));
            }
        }
    }

    private static double mean(float[] chroma) {
        double sum = 0;
        for (float value : LabScale.chroma(chroma)) {
            sum += value;
        }
        return sum / chroma.length;
    }

    @Test
    void aLookIsTheModelsThatColoursTheFrame() throws Exception {
        LabTensor asking =
                TestFrame.live(store, "M 9", 1, 64, 64).asking("look:cold").tensor();
        ChosenPalette chosen = chooser().choose(asking);

        try (ColourModel looking = load(TinyModel.named("looking").looks());
                ColourModel plain = load(TinyModel.named("plain").palette(28))) {
            assertThat(chosen.of(looking).name()).isEqualTo("look:cold");
            assertThat(chosen.of(looking).vividness()).isEqualTo(2);
            assertThat(chosen.of(plain)).as("of a model that offers none").isEqualTo(Guidance.NONE);
            ChosenPalette paler = chooser()
                    .choose(TestFrame.live(store, "M 9", 2, 64, 64)
                            .asking("look:cold*0.5")
                            .tensor());
            assertThat(paler.of(looking).name()).isEqualTo("look:cold*0.5");
            assertThat(paler.of(looking).vividness()).isEqualTo(1);

            ColouredFrame cold = FrameInference.colour(looking, List.of(asking), List.of(chosen.of(looking)))
                    .get(0);
            ColouredFrame unasked =
                    FrameInference.colour(looking, List.of(asking)).get(0);
            assertThat(cold.palette()).isEqualTo("look:cold");
            assertThat(unasked.palette()).as("what the model gives unasked").isEqualTo("look:cold");
            assertThat(cold.b()[0]).isLessThan(unasked.b()[0]);
        }
    }

    private ColourModel load(TinyModel model) throws ModelRejectedException {
        return ColourModel.load(model.write(scratch.resolve("tiny.onnx")), SessionSettings.cpu(1));
    }

    @Test
    void anOlderPaletteInTheStoreDoesNotComeBackWhileTheNewerIsOnItsWay() throws Exception {
        PaletteChooser chooser = chooser();
        chooser.keep(chooser.learn(inColour("M 2", 40)).orElseThrow());
        KeptPalette newer = chooser.learn(inColour("M 2", -30)).orElseThrow();

        clock.pass(Duration.ofMinutes(2));

        assertThat(a(chooser.choose(mono("M 2")))).isCloseTo(-30, within(1.0));
        chooser.keep(newer);
        assertThat(a(chooser.choose(mono("M 2")))).isCloseTo(-30, within(1.0));
    }

    @Test
    void asksTheStoreAgainAfterAWhileSinceAnotherInstanceMayHaveHadTheTarget() throws Exception {
        PaletteChooser chooser = chooser();
        chooser.keep(chooser.learn(inColour("M 3", 40)).orElseThrow());
        PaletteChooser another = chooser();
        another.keep(another.learn(inColour("M 3", -30)).orElseThrow());

        assertThat(a(chooser.choose(mono("M 3")))).isCloseTo(40, within(1.0));
        clock.pass(Duration.ofMinutes(2));
        assertThat(a(chooser.choose(mono("M 3")))).isCloseTo(-30, within(1.0));
    }

    @Test
    void aReplayLearnsAndKeepsNothing() throws Exception {
        PaletteChooser replay = PaletteChooser.ofReplay(store, scratch);

        assertThat(replay.learn(inColour("M 4", 40))).isEmpty();

        assertThat(a(replay.choose(mono("M 4")))).isCloseTo(40, within(1.0));
        assertThat(store.stat(ObjectKeys.palette("M 4"))).isEmpty();
    }
}
