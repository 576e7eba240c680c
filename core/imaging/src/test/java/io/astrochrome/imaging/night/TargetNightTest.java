package io.astrochrome.imaging.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.calibrate.Masters;
import io.astrochrome.imaging.compose.StackedLight;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.samples.FloatLevels;
import io.astrochrome.imaging.decode.samples.FloatSamples;
import io.astrochrome.imaging.decode.samples.Prescaling;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.exposure.SubFacts;
import io.astrochrome.imaging.filter.FilterNames;
import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.night.SubFate.Refused;
import io.astrochrome.imaging.night.SubFate.Stacked;
import io.astrochrome.imaging.register.Pose;
import io.astrochrome.imaging.register.SimulatedSky;
import io.astrochrome.imaging.register.SimulatedSky.Exposure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetNightTest {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 280;
    private static final SimulatedSky SKY = new SimulatedSky(5, 500, 700);

    @Test
    void aNightOfFourFiltersBecomesFourStacksOfOneGrid() {
        TargetNight night = night();
        Random random = new Random(1);
        for (int i = 0; i < 16; i++) {
            String filter = List.of("Lum", "Red", "Green", "Blue").get(i % 4);
            SubFate fate = add(night, "sub" + i, filter, sub(i, pose(random, i >= 8)));
            assertThat(fate).as("sub %d", i).isInstanceOf(Stacked.class);
            assertThat(((Stacked) fate).residual()).isLessThan(0.2);
        }
        List<StackedLight> lights = night.lights();
        assertThat(lights)
                .extracting(StackedLight::role)
                .containsExactly(FilterRole.LUMINANCE, FilterRole.RED, FilterRole.GREEN, FilterRole.BLUE);
        assertThat(lights).allSatisfy(light -> {
            assertThat(light.subs()).isEqualTo(4);
            assertThat(light.seconds()).isEqualTo(240);
            assertThat(light.plane().width()).isEqualTo(WIDTH);
        });
    }

    @Test
    void theSameExposureCountsOnce() {
        TargetNight night = night();
        add(night, "one", "L", sub(1, Pose.IDENTITY));
        float[] before = night.lights().get(0).plane().values();
        assertThat(reason(add(night, "one", "L", sub(1, Pose.IDENTITY)))).contains("same exposure");
        assertThat(night.lights().get(0).plane().values()).isEqualTo(before);
        assertThat(night.depth(FilterRole.LUMINANCE)).isEqualTo(1);
    }

    @Test
    void whatIsNoLightOfThisFieldIsRefusedWithItsReason() {
        TargetNight night = night();
        add(night, "first", "L", sub(1, Pose.IDENTITY));
        assertThat(reason(night.add("dark", facts("L", SubFacts.Kind.DARK), frame(sub(2, Pose.IDENTITY)))))
                .contains("dark frame");
        LinearPlane other = new SimulatedSky(77, 500, 700).expose(exposure(Pose.IDENTITY), 3);
        assertThat(reason(add(night, "field", "L", other))).contains("not those of the reference");
        LinearPlane cloud = SKY.expose(exposure(Pose.IDENTITY).with(2.6, 3000, 60, 0.001), 4);
        assertThat(reason(add(night, "cloud", "L", cloud))).contains("stars were found");
        LinearPlane haze = SKY.expose(exposure(Pose.IDENTITY).with(2.6, 1500, 10, 0.2), 5);
        assertThat(reason(add(night, "haze", "L", haze))).contains("of their light");
        LinearPlane soft = SKY.expose(exposure(Pose.IDENTITY).with(6.5, 800, 6, 1), 6);
        assertThat(reason(add(night, "focus", "L", soft))).contains("times as wide");
        assertThat(night.depth(FilterRole.LUMINANCE)).isEqualTo(1);
    }

    @Test
    void aTargetBeginsWithAnExposureThatHasStars() {
        TargetNight night = night();
        LinearPlane cloud = SKY.expose(exposure(Pose.IDENTITY).with(2.6, 3000, 60, 0.001), 4);
        assertThat(reason(add(night, "cloud", "L", cloud))).contains("first exposure");
        assertThat(add(night, "clear", "L", sub(1, Pose.IDENTITY))).isInstanceOf(Stacked.class);
    }

    @Test
    void exposuresOfOtherSizesAreLaidOnTheSameGrid() {
        TargetNight night = night();
        add(night, "first", "L", sub(1, Pose.IDENTITY));
        LinearPlane cut = SKY.expose(
                Exposure.of(WIDTH - 60, HEIGHT - 40, SimulatedSky.centred(WIDTH - 60, HEIGHT - 40, 1, 0, 9, -7)), 2);
        LinearPlane binned = SKY.expose(
                Exposure.of(WIDTH / 2, HEIGHT / 2, SimulatedSky.centred(WIDTH / 2, HEIGHT / 2, 0.5, 180, 2, 1))
                        .with(2.2, 800, 15, 1),
                3);

        assertThat(add(night, "cut", "L", cut)).isInstanceOf(Stacked.class);
        assertThat(add(night, "binned", "L", binned)).isInstanceOf(Stacked.class);

        assertThat(night.lights().get(0).subs()).isEqualTo(3);
        assertThat(night.lights().get(0).plane().width()).isEqualTo(WIDTH);
    }

    @Test
    void anExposureThatIsSaturatedAllOverIsRefused() {
        float[] white = new float[WIDTH * HEIGHT];
        Arrays.fill(white, 65_535);
        TargetNight night = night();
        assertThat(reason(add(night, "white", "L", new LinearPlane(WIDTH, HEIGHT, white.clone()))))
                .contains("first exposure");
        add(night, "first", "L", sub(1, Pose.IDENTITY));
        assertThat(reason(add(night, "again", "L", new LinearPlane(WIDTH, HEIGHT, white))))
                .contains("stars were found");
    }

    @Test
    void aFilterMayChangeItsSpellingInTheNight() {
        TargetNight night = night();
        List<String> spellings = List.of("Ha", "H_Alpha", "Astronomik MaxFR Ha 6nm", "h-alpha");
        for (int i = 0; i < spellings.size(); i++) {
            add(night, "sub" + i, spellings.get(i), sub(i, Pose.IDENTITY));
        }
        assertThat(night.lights()).hasSize(1);
        assertThat(night.depth(FilterRole.H_ALPHA)).isEqualTo(spellings.size());
    }

    @ParameterizedTest(name = "{0} x {1} px on a grid of {2} px")
    @CsvSource({"360, 280, 140, 180, 140", "360, 280, 0, 360, 280", "360, 280, 2048, 360, 280"})
    void largeExposuresAreBinnedToAWorkingGrid(int width, int height, int side, int gridWidth, int gridHeight) {
        TargetNight night = new TargetNight(side, SubGates.DEFAULT);
        add(night, "one", "L", sub(1, Pose.IDENTITY));
        assertThat(night.lights().get(0).plane().width()).isEqualTo(gridWidth);
        assertThat(night.lights().get(0).plane().height()).isEqualTo(gridHeight);
    }

    @Test
    void aColourCameraFillsThreeStacks() {
        TargetNight night = night();
        LinearPlane plane = sub(1, Pose.IDENTITY);
        DecodedFrame colour = frame(plane, sub(2, Pose.IDENTITY), sub(3, Pose.IDENTITY));
        assertThat(night.add("osc", facts("", SubFacts.Kind.LIGHT), colour)).isInstanceOf(Stacked.class);
        assertThat(night.lights())
                .extracting(StackedLight::role)
                .containsExactly(FilterRole.RED, FilterRole.GREEN, FilterRole.BLUE);
    }

    @Test
    void readsFactsFromTheHeader() {
        DecodedFrame frame = frame(sub(1, Pose.IDENTITY));
        DecodedFrame named = new DecodedFrame(
                MediaType.FITS,
                frame.width(),
                frame.height(),
                true,
                frame.levels(),
                frame.planes(),
                List.of(
                        card("FILTER  = 'Ha 7nm'"),
                        card("EXPTIME =                 300."),
                        card("IMAGETYP= 'Light Frame'")),
                Optional.empty(),
                Optional.empty());
        SubFacts facts = SubFacts.of(named, FilterNames.STANDARD);
        assertThat(facts).isEqualTo(new SubFacts("Ha 7nm", FilterRole.H_ALPHA, 300, SubFacts.Kind.LIGHT));
        assertThat(SubFacts.of(frame, FilterNames.STANDARD).role()).isEqualTo(FilterRole.LUMINANCE);
    }

    @Test
    void theSameNightTwiceIsTheSameBits() {
        List<float[]> stacks = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            TargetNight night = night();
            Random random = new Random(8);
            for (int i = 0; i < 6; i++) {
                add(night, "sub" + i, "L", sub(i, pose(random, i > 3)));
            }
            stacks.add(night.lights().get(0).plane().values());
        }
        assertThat(stacks.get(0)).isEqualTo(stacks.get(1));
        assertThat(stacks.get(0)[HEIGHT / 2 * WIDTH + WIDTH / 2]).isCloseTo(800, within(5000f));
    }

    @Test
    void aNightThatIsKeptAndTakenUpAgainGoesOnBitByBit(@TempDir Path folder) throws IOException {
        List<String> filters = List.of("L", "Ha", "L", "OIII", "Ha", "L", "L", "Ha", "OIII", "L");
        TargetNight undisturbed = night();
        TargetNight kept =
                new TargetNight(2048, SubGates.DEFAULT, StackShelf.inFiles(folder.resolve("0")), Masters.NONE);
        Random random = new Random(4);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < filters.size(); i++) {
            Pose pose = pose(random, i > 4);
            add(undisturbed, "sub" + i, filters.get(i), sub(i, pose));
            SubFate fate = add(kept, "sub" + i, filters.get(i), sub(i, pose));
            ids.add("sub" + i);
            assertThat(fate).isInstanceOf(Stacked.class);
            if (i % 3 == 2) {
                kept = takenUp(kept, folder, i, ids);
                assertThat(reason(add(kept, "sub0", "L", sub(0, pose)))).contains("same exposure");
            }
        }
        List<StackedLight> expected = undisturbed.lights();
        List<StackedLight> lights = kept.lights();
        assertThat(lights).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(lights.get(i).role()).isEqualTo(expected.get(i).role());
            assertThat(lights.get(i).subs()).isEqualTo(expected.get(i).subs());
            assertThat(lights.get(i).seconds()).isEqualTo(expected.get(i).seconds());
            assertThat(lights.get(i).plane().values())
                    .containsExactly(expected.get(i).plane().values());
        }
    }

    @Test
    void beforeItsFirstExposureThereIsNothing() throws IOException {
        TargetNight night = night();
        assertThat(night.isBegun()).isFalse();
        assertThat(night.lights()).isEmpty();
        assertThat(night.depth(FilterRole.LUMINANCE)).isZero();
        NightState state = night.state();
        assertThat(state).isEqualTo(new NightState(2048, 0, 0, 0, List.of(), List.of()));
        TargetNight restored =
                TargetNight.restored(state, SubGates.DEFAULT, StackShelf.inMemory(), Masters.NONE, List.of("seen"));
        assertThat(restored.isBegun()).isFalse();
        assertThat(reason(add(restored, "seen", "L", sub(1, Pose.IDENTITY)))).contains("same exposure");
        assertThat(add(restored, "other", "L", sub(1, Pose.IDENTITY))).isInstanceOf(Stacked.class);
        assertThat(restored.isBegun()).isTrue();
    }

    @Test
    void whatWasPassedIsNotLookedAtAgain() {
        TargetNight night = night();
        night.pass("one");
        assertThat(reason(add(night, "one", "L", sub(1, Pose.IDENTITY)))).contains("same exposure");
        assertThat(night.isBegun()).isFalse();
    }

    @Test
    void whatWasStretchedIsRefusedUnmeasured() {
        DecodedFrame frame = frame(sub(1, Pose.IDENTITY));
        DecodedFrame stretched = new DecodedFrame(
                MediaType.FITS,
                frame.width(),
                frame.height(),
                false,
                frame.levels(),
                frame.planes(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        SubFate fate = night().add("one", facts("L", SubFacts.Kind.LIGHT), stretched);
        assertThat(reason(fate)).isEqualTo("it was stretched already");
        assertThat(fate.measured()).isEmpty();
    }

    @Test
    void aTargetDoesNotBeginWithTrails() {
        TargetNight strict = new TargetNight(2048, new SubGates(2, 1, 0.3));
        SubFate fate = add(strict, "one", "L", sub(1, Pose.IDENTITY));
        assertThat(reason(fate)).contains("trails");
        assertThat(fate.measured()).isPresent();
        assertThat(strict.isBegun()).isFalse();
    }

    @Test
    void aNoisyOrSoftExposureHasLessWeight() {
        TargetNight night = night();
        double first = ((Stacked) add(night, "one", "L", sub(1, Pose.IDENTITY))).weight();
        LinearPlane noisy = SKY.expose(exposure(Pose.IDENTITY).with(2.6, 800, 30, 1), 7);
        assertThat(((Stacked) add(night, "noisy", "L", noisy)).weight() / first).isCloseTo(1 / 4.0, within(0.05));
        LinearPlane soft = SKY.expose(exposure(Pose.IDENTITY).with(3.7, 800, 15, 1), 8);
        assertThat(((Stacked) add(night, "soft", "L", soft)).weight() / first)
                .isCloseTo(Math.pow(2.6 / 3.7, 2), within(0.08));
        LinearPlane thin = SKY.expose(exposure(Pose.IDENTITY).with(2.6, 800, 15, 0.5), 9);
        assertThat(((Stacked) add(night, "thin", "L", thin)).weight() / first).isCloseTo(1 / 4.0, within(0.05));
    }

    @Test
    void tellsHowManyExposuresSawEachPixel() {
        TargetNight night = night();
        add(night, "one", "L", sub(1, Pose.IDENTITY));
        add(night, "two", "L", sub(2, new Pose(1, 0, 100, 0, 1, 0)));
        short[] coverage = night.coverage(FilterRole.LUMINANCE);
        int middle = HEIGHT / 2 * WIDTH;
        assertThat(coverage[middle + WIDTH / 2]).isEqualTo((short) 2);
        assertThat(coverage[middle + WIDTH - 50])
                .as("the second saw that no more")
                .isEqualTo((short) 1);
        assertThat(coverage[0]).as("the kernel wants its neighbours").isZero();
        assertThat(night.depth(FilterRole.LUMINANCE)).isEqualTo(2);
    }

    private static TargetNight takenUp(TargetNight night, Path folder, int time, List<String> ids) throws IOException {
        NightState state = night.state();
        StackShelf shelf = StackShelf.inFiles(folder.resolve(time + 1 + ""));
        for (NightState.OfRole of : state.roles()) {
            Path to = shelf.file(of.role());
            Files.createDirectories(to.getParent());
            night.keepStack(of.role(), to);
        }
        return TargetNight.restored(state, SubGates.DEFAULT, shelf, Masters.NONE, ids);
    }

    private static TargetNight night() {
        return new TargetNight(2048, SubGates.DEFAULT);
    }

    private static SubFate add(TargetNight night, String id, String filter, LinearPlane plane) {
        return night.add(id, facts(filter, SubFacts.Kind.LIGHT), frame(plane));
    }

    private static SubFacts facts(String filter, SubFacts.Kind kind) {
        return new SubFacts(filter, FilterNames.STANDARD.role(filter), 60, kind);
    }

    private static String reason(SubFate fate) {
        assertThat(fate).isInstanceOf(Refused.class);
        return ((Refused) fate).reason();
    }

    private static Pose pose(Random random, boolean flipped) {
        double turn = (flipped ? 180 : 0) + 0.4 * random.nextGaussian();
        Pose centred = SimulatedSky.centred(WIDTH, HEIGHT, 1, 0, 0, 0);
        Pose moved = SimulatedSky.centred(WIDTH, HEIGHT, 1, turn, 6 * random.nextGaussian(), 6 * random.nextGaussian());
        return centred.inverse().then(moved);
    }

    private static Exposure exposure(Pose pose) {
        return Exposure.of(
                WIDTH, HEIGHT, SimulatedSky.centred(WIDTH, HEIGHT, 1, 0, 0, 0).then(pose));
    }

    private static LinearPlane sub(int seed, Pose pose) {
        return SKY.expose(exposure(pose), 100 + seed);
    }

    private static DecodedFrame frame(LinearPlane... planes) {
        float[][] values = new float[planes.length][];
        for (int i = 0; i < planes.length; i++) {
            values[i] = planes[i].values().clone();
        }
        SampleLevels levels = FloatLevels.normalise(values, Prescaling.NONE, null);
        List<Samples> samples = new ArrayList<>();
        for (float[] plane : values) {
            samples.add(new FloatSamples(plane));
        }
        return new DecodedFrame(
                MediaType.FITS,
                planes[0].width(),
                planes[0].height(),
                true,
                levels,
                samples,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static String card(String text) {
        return String.format("%-80s", text);
    }
}
