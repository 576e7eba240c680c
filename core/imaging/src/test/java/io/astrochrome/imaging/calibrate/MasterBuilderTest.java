package io.astrochrome.imaging.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.samples.FloatSamples;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.exposure.SubFacts;
import io.astrochrome.imaging.exposure.SubFacts.Kind;
import io.astrochrome.imaging.filter.FilterNames;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasterBuilderTest {
    private static final int WIDTH = 5;
    private static final int HEIGHT = 3;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "of {0} it is {1}")
    @CsvSource({
        "100, 100",
        "100 104, 102",
        "100 102 104, 102",
        "100 101 102 103 60000, 101.5",
        "100 101 102 103 1, 101.5",
        "100 100 100 101, 100",
        "100 100 100 100 100 9000 9000, 100"
    })
    void aPixelIsTheMeanOfThoseNearTheirMedian(String values, float expected) throws IOException {
        MasterBuilder builder = new MasterBuilder(folder);
        for (String value : values.split(" ", -1)) {
            add(builder, Kind.DARK, 60, "", Float.parseFloat(value));
        }
        Master master = builder.combined(new ArrayList<>()).get(0);
        assertThat(master.frames()).isEqualTo(values.split(" ", -1).length);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            assertThat(master.planes().get(0).value(i)).isCloseTo(expected, within(0.01f));
        }
    }

    @Test
    void framesOfOneKindAndSettingAreOneMaster() throws IOException {
        MasterBuilder builder = new MasterBuilder(folder);
        add(builder, Kind.FLAT, 1, "L", 20_000);
        add(builder, Kind.DARK, 60, "", 100);
        add(builder, Kind.DARK, 60.2, "", 100);
        add(builder, Kind.DARK, 120, "", 100);
        add(builder, Kind.BIAS, 0, "", 90);
        add(builder, Kind.BIAS, 5, "", 90);
        add(builder, Kind.FLAT, 1, "Ha", 20_000);
        add(builder, Kind.FLAT, 1, "Luminance", 30_000);
        List<String> problems = new ArrayList<>();
        assertThat(builder.combined(problems).stream().map(Master::described))
                .containsExactly(
                        "bias (2 frames)",
                        "dark of 60 s (2 frames)",
                        "dark of 120 s",
                        "flat of L (2 frames)",
                        "flat of Ha");
        assertThat(problems).isEmpty();
    }

    @Test
    void aMasterOfAnotherProgramIsNotMixedWithSingleFrames() throws IOException {
        MasterBuilder builder = new MasterBuilder(folder);
        add(builder, Kind.DARK, 60, "", 100);
        builder.add("master", frame(140), facts(Kind.DARK, 60, ""), 1, true);
        assertThat(builder.combined(new ArrayList<>())).hasSize(2);
    }

    @Test
    void flatsOfAnyBrightnessHaveAMedianOfOneOnceTheirBiasIsOff() throws IOException {
        MasterBuilder builder = new MasterBuilder(folder);
        add(builder, Kind.BIAS, 0, "", 500);
        for (float bright : new float[] {10_000, 20_000, 40_000}) {
            float[] values = new float[WIDTH * HEIGHT];
            for (int i = 0; i < values.length; i++) {
                values[i] = 500 + bright * (1 + (i - 7) / 20f);
            }
            builder.add("flat", frame(values), facts(Kind.FLAT, 1, "L"), 1, false);
        }
        Master flat = builder.combined(new ArrayList<>()).get(1);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            assertThat(flat.planes().get(0).value(i)).isCloseTo(1 + (i - 7) / 20f, within(1e-3f));
        }
    }

    @Test
    void valuesAreBroughtToTheScaleOfSixteenBits() throws IOException {
        MasterBuilder builder = new MasterBuilder(folder);
        builder.add("unit", frame(0.5f), facts(Kind.DARK, 60, ""), 65_535, false);
        assertThat(builder.combined(new ArrayList<>()).get(0).planes().get(0).value(0))
                .isCloseTo(32_767.5f, within(2f));
    }

    @Test
    void aFlatThatIsAllBiasIsNone() throws IOException {
        MasterBuilder builder = new MasterBuilder(folder);
        add(builder, Kind.BIAS, 0, "", 500);
        add(builder, Kind.FLAT, 1, "L", 500);
        add(builder, Kind.FLAT, 1, "Ha", 400);
        List<String> problems = new ArrayList<>();
        assertThat(builder.combined(problems)).extracting(Master::name).containsExactly("bias");
        assertThat(problems)
                .containsExactly(
                        "flat frame has no light beyond its own bias or dark, and is no flat",
                        "flat frame has no light beyond its own bias or dark, and is no flat");
    }

    @Test
    void leavesNoFileWhileItsPlanesAreReadOn() throws IOException {
        Path work = folder.resolve("a").resolve("b");
        MasterBuilder builder = new MasterBuilder(work);
        add(builder, Kind.DARK, 60, "", 100);
        Master master = builder.combined(new ArrayList<>()).get(0);
        try (var left = Files.list(work)) {
            assertThat(left).isEmpty();
        }
        assertThat(master.planes().get(0).value(WIDTH * HEIGHT - 1)).isCloseTo(100, within(0.01f));
    }

    @ParameterizedTest(name = "{0} x {1} px")
    @CsvSource({"1, 1", "7, 64", "3, 65", "5, 128", "2, 200"})
    void aPlaneInAFileIsReadAsItWasWritten(int width, int height) throws IOException {
        MasterPlane plane = MasterPlane.write(folder.resolve("plane"), width, height, i -> 3f * i - 7);
        assertThat(plane.width()).isEqualTo(width);
        assertThat(plane.height()).isEqualTo(height);
        for (int i = 0; i < width * height; i++) {
            assertThat(plane.value(i)).isEqualTo(3f * i - 7);
        }
        assertThat(folder.resolve("plane")).hasSize(4L * width * height);
    }

    @Test
    void aPlaneTakesNoOtherFilesPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("plane"), "another one's");
        assertThatThrownBy(() -> MasterPlane.write(file, 2, 2, i -> 0)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("another one's");
    }

    private static void add(MasterBuilder builder, Kind kind, double seconds, String filter, float value)
            throws IOException {
        String name = kind == Kind.FLAT ? "flat frame" : "frame";
        builder.add(name, frame(value), facts(kind, seconds, filter), 1, false);
    }

    private static SubFacts facts(Kind kind, double seconds, String filter) {
        return new SubFacts(filter, FilterNames.STANDARD.role(filter), seconds, kind);
    }

    private static DecodedFrame frame(float value) {
        float[] values = new float[WIDTH * HEIGHT];
        Arrays.fill(values, value);
        return frame(values);
    }

    private static DecodedFrame frame(float[] values) {
        float[] samples = new float[values.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = values[i] / 65_535;
        }
        return new DecodedFrame(
                MediaType.FITS,
                WIDTH,
                HEIGHT,
                true,
                SampleLevels.SIXTEEN_BITS,
                List.of(new FloatSamples(samples)),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
