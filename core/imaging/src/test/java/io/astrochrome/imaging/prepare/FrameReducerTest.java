package io.astrochrome.imaging.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.color.Cielab;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.Luminance16;
import io.astrochrome.imaging.color.ResampleKernel;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import io.astrochrome.imaging.stretch.StretchChoice;
import io.astrochrome.imaging.stretch.StretchedFrame;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReducerTest {
    private static final FrameReducer REDUCER = new FrameReducer();

    @ParameterizedTest(name = "{0} x {1} px")
    @CsvSource({"100, 60", "60, 100", "33, 33", "500, 20", "1, 1"})
    void anEvenFrameIsEvenOnItsGridWithTheLightnessThatItHad(int width, int height) {
        int grey = 30_000;
        ReducedFrame reduced = REDUCER.reduce(frame(width, height, grey), new TensorShape.Whole(32, 96));
        assertThat(reduced.lab().hasColour()).isFalse();
        assertThat(reduced.lab().lStar()).hasSize(reduced.grid().pixels());
        for (float lStar : reduced.lab().lStar()) {
            assertThat(lStar).isCloseTo((float) Cielab.greyToLstar(grey / 65_535.0), within(0.01f));
        }
    }

    @Test
    void coloursAreThoseOfTheFrame() {
        ReducedFrame reduced = REDUCER.reduce(frame(70, 50, 50_000, 20_000, 35_000), new TensorShape.Whole(32, 64));
        double[] lab = new double[3];
        Cielab.srgbToLab(50_000 / 65_535.0, 20_000 / 65_535.0, 35_000 / 65_535.0, lab);
        for (int i = 0; i < reduced.grid().pixels(); i++) {
            assertThat(reduced.lab().lStar()[i]).isCloseTo((float) lab[0], within(0.01f));
            assertThat(reduced.lab().requireA()[i]).isCloseTo((float) lab[1], within(0.02f));
            assertThat(reduced.lab().requireB()[i]).isCloseTo((float) lab[2], within(0.02f));
        }
    }

    @Test
    void aStarsRingsAreNeitherBlackerThanBlackNorWhiterThanWhite() {
        short[] plane = new short[128 * 128];
        for (int i = 0; i < 40; i++) {
            plane[i * 401] = (short) 65_535;
            plane[i * 401 + 1] = (short) 65_535;
        }
        Arrays.fill(plane, 64 * 128, plane.length, (short) 65_535);
        ReducedFrame reduced =
                REDUCER.reduce(new StretchedFrame(128, 128, List.of(plane)), new TensorShape.Whole(32, 32));
        for (float lStar : reduced.lab().lStar()) {
            assertThat(lStar).isBetween(-1e-4f, 100.001f);
        }
    }

    @Test
    void theGridShowsTheFrameWithItsEdgesRepeated() {
        short[] plane = new short[40 * 20];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (short) (1000 * (i % 40));
        }
        ReducedFrame reduced = new FrameReducer(ResampleKernel.AREA)
                .reduce(new StretchedFrame(40, 20, List.of(plane)), new TensorShape.Whole(20, 64));
        TensorGrid grid = reduced.grid();
        assertThat(grid).isEqualTo(new TensorGrid(40, 20, 64, 32, 40, 20));
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 64; x++) {
                double expected = Cielab.greyToLstar(1000 * Math.min(x, 39) / 65_535.0);
                assertThat(reduced.lab().lStar()[y * 64 + x]).isCloseTo((float) expected, within(0.01f));
            }
        }
    }

    @ParameterizedTest(name = "{0} x {1} px")
    @CsvSource({"96, 32", "32, 96", "64, 64"})
    void aCropIsTheSquareAtTheMiddle(int width, int height) {
        short[] plane = new short[width * height];
        for (int i = 0; i < plane.length; i++) {
            boolean middle = Math.abs(i % width - (width - 1) / 2.0) < 16
                    && Math.abs(Math.floorDiv(i, width) - (height - 1) / 2.0) < 16;
            plane[i] = (short) (middle || width == height ? 40_000 : 1000);
        }
        ReducedFrame reduced = new FrameReducer(ResampleKernel.AREA)
                .reduce(new StretchedFrame(width, height, List.of(plane)), new TensorShape.CentreCrop(32));
        assertThat(reduced.grid().width()).isEqualTo(32);
        assertThat(reduced.grid().contentHeight()).isEqualTo(32);
        for (float lStar : reduced.lab().lStar()) {
            assertThat(lStar).isCloseTo((float) Cielab.greyToLstar(40_000 / 65_535.0), within(0.02f));
        }
    }

    @Test
    void theLuminanceIsThatOfEveryPixel() {
        Random random = new Random(2);
        short[][] planes = new short[3][35];
        for (short[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (short) random.nextInt(65_536);
            }
        }
        Luminance16 colour = FrameReducer.luminance(new StretchedFrame(7, 5, List.of(planes)));
        Luminance16 grey = FrameReducer.luminance(new StretchedFrame(7, 5, List.of(planes[0])));
        for (int i = 0; i < 35; i++) {
            double red = Short.toUnsignedInt(planes[0][i]) / 65_535.0;
            double green = Short.toUnsignedInt(planes[1][i]) / 65_535.0;
            double blue = Short.toUnsignedInt(planes[2][i]) / 65_535.0;
            assertThat((double) colour.lStar(i)).isCloseTo(Cielab.lStar(red, green, blue), within(0.0015));
            assertThat((double) grey.lStar(i)).isCloseTo(Cielab.greyToLstar(red), within(0.0008));
        }
    }

    @Test
    void aReducedFrameHasItsGridsSize() {
        TensorGrid grid = new TensorGrid(9, 9, 32, 32, 9, 9);
        LabImage small = new LabImage(9, 9, new float[81], null, null);
        assertThatThrownBy(() -> new ReducedFrame(grid, small))
                .hasMessage("a reduced frame must have its grid's size, 32 x 32 px, not 9 x 9");
    }

    @Property(tries = 60)
    void aNetworkSeesNormalisedCielabInHalfPrecision(
            @ForAll @IntRange(min = 1, max = 80) int width,
            @ForAll @IntRange(min = 1, max = 80) int height,
            @ForAll @IntRange(min = 0, max = 65_535) int red,
            @ForAll @IntRange(min = 0, max = 65_535) int green,
            @ForAll @IntRange(min = 0, max = 65_535) int blue) {
        TensorPlanes planes =
                TensorPlanes.of(REDUCER.reduce(frame(width, height, red, green, blue), new TensorShape.Whole(32, 96)));
        double[] lab = new double[3];
        Cielab.srgbToLab(red / 65_535.0, green / 65_535.0, blue / 65_535.0, lab);
        assertThat(HalfFloat.toFloats(planes.lightness())[0]).isCloseTo((float) (lab[0] / 50 - 1), within(1e-3f));
        LabImage picture = planes.picture();
        assertThat(picture.width()).isEqualTo(planes.grid().contentWidth());
        assertThat(picture.requireA()[0]).isCloseTo((float) lab[1], within(0.1f));
        assertThat(picture.requireB()[0]).isCloseTo((float) lab[2], within(0.1f));
    }

    @Test
    void chromaOfAnySizeIsBroughtOntoTheGrid() {
        TensorPlanes grey = TensorPlanes.of(REDUCER.reduce(frame(100, 50, 30_000), new TensorShape.Whole(32, 64)));
        assertThat(grey.a()).isNull();
        float[] a = new float[21];
        float[] b = new float[21];
        Arrays.fill(a, 22);
        Arrays.fill(b, -33);
        TensorPlanes coloured = grey.withChroma(new LabImage(7, 3, new float[21], a, b));
        assertThat(coloured.lightness()).isSameAs(grey.lightness());
        for (float value : coloured.picture().requireA()) {
            assertThat(value).isCloseTo(22, within(0.05f));
        }
        for (float value : coloured.picture().requireB()) {
            assertThat(value).isCloseTo(-33, within(0.05f));
        }
        assertThatThrownBy(() -> grey.withChroma(new LabImage(7, 3, new float[21], null, null)))
                .hasMessageContaining("without chroma");
    }

    @Test
    void planesHaveOneValueForEachPixelAndBothChromasOrNone() {
        TensorGrid grid = new TensorGrid(9, 9, 32, 32, 9, 9);
        short[] all = new short[1024];
        assertThatThrownBy(() -> new TensorPlanes(grid, all, all, null)).hasMessageContaining("both or neither");
        assertThatThrownBy(() -> new TensorPlanes(grid, all, null, all)).hasMessageContaining("both or neither");
        String rule = "planes must have one value for each of the grid's 1024 pixels";
        assertThatThrownBy(() -> new TensorPlanes(grid, new short[81], null, null))
                .hasMessage(rule);
        assertThatThrownBy(() -> new TensorPlanes(grid, all, new short[81], all))
                .hasMessage(rule);
        assertThatThrownBy(() -> new TensorPlanes(grid, all, all, new short[81]))
                .hasMessage(rule);
    }

    @ParameterizedTest(name = "short side {0}")
    @ValueSource(ints = {1, 32, 33, 224, 256, 512, 800})
    void aWholeFrameKeepsWithinWhatARecordHasRoomFor(int shortSide) {
        TensorShape.Whole shape = (TensorShape.Whole) TensorShape.whole(shortSide);
        assertThat(shape.shortSide()).isEqualTo(shortSide);
        for (int width : new int[] {1, 10, 1000, 100_000}) {
            TensorGrid grid = TensorGrid.of(width, 1000, shape.shortSide(), shape.longestSide());
            assertThat(grid.pixels()).isLessThanOrEqualTo(TensorShape.MOST_PIXELS);
        }
    }

    @Test
    void modelsAreShownTheStreamsSideOrTheirOwn() {
        assertThat(TensorShape.live(128)).isEqualTo(TensorShape.whole(TensorShape.LIVE_SIDE));
        assertThat(TensorShape.live(512)).isEqualTo(TensorShape.whole(512));
    }

    @Test
    void aShapeThatCannotBeIsNone() {
        assertThatThrownBy(() -> new TensorShape.Whole(0, 10)).hasMessageContaining("not 10 with 0");
        assertThatThrownBy(() -> new TensorShape.Whole(11, 10)).hasMessageContaining("not 10 with 11");
        for (int side : new int[] {0, -32, 31, 33}) {
            assertThatThrownBy(() -> new TensorShape.CentreCrop(side))
                    .hasMessageContaining("multiple of 32, not " + side);
        }
    }

    @Test
    void theWholeWayIsItsStepsOneAfterTheOther() {
        FramePipeline pipeline = new FramePipeline(StretchChoice.DEFAULT);
        TensorShape shape = new TensorShape.Whole(32, 64);
        DecodedFrame frame = decoded(3);
        TensorPlanes steps = pipeline.reduce(pipeline.fit(frame).apply(frame), shape);
        TensorPlanes atOnce = pipeline.prepare(decoded(3), shape);
        assertThat(atOnce.grid()).isEqualTo(steps.grid());
        assertThat(atOnce.lightness()).isEqualTo(steps.lightness());
        assertThat(atOnce.a()).isEqualTo(steps.a());
        assertThat(atOnce.b()).isEqualTo(steps.b());
        assertThat(atOnce.a()).isNotNull();
        assertThat(pipeline.prepare(decoded(1), shape).a()).isNull();
    }

    private static DecodedFrame decoded(int channels) {
        Random random = new Random(5);
        List<Samples> planes = IntStream.range(0, channels)
                .<Samples>mapToObj(channel -> {
                    short[] values = new short[80 * 60];
                    for (int i = 0; i < values.length; i++) {
                        values[i] =
                                (short) (900 + 300 * channel + 20 * random.nextGaussian() + (i % 701 == 0 ? 9000 : 0));
                    }
                    return new UnsignedShortSamples(values);
                })
                .toList();
        return new DecodedFrame(
                MediaType.FITS,
                80,
                60,
                true,
                SampleLevels.SIXTEEN_BITS,
                planes,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static StretchedFrame frame(int width, int height, int... values) {
        return new StretchedFrame(
                width,
                height,
                Arrays.stream(values)
                        .mapToObj(value -> {
                            short[] plane = new short[width * height];
                            Arrays.fill(plane, (short) value);
                            return plane;
                        })
                        .toList());
    }
}
