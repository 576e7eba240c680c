package io.astrochrome.colorize.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.colorize.palette.Guidance;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.Decoded;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.palette.Palette;
import io.astrochrome.imaging.palette.PaletteLayout;
import io.astrochrome.imaging.palette.PaletteTrust;
import io.astrochrome.imaging.palette.Palettes;
import io.astrochrome.imaging.prepare.FramePipeline;
import io.astrochrome.imaging.prepare.TensorShape;
import io.astrochrome.imaging.quality.GainOverGrey;
import io.astrochrome.imaging.stretch.StretchChoice;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Prediction;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.tensors.TensorSides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The model that the repository ships, on the demo's pictures: whoever replaces the file learns here what it owes. */
class ShippedModelTest {
    private static final Path MODELS = Path.of("..", "deploy", "models");
    private static final Path PICTURES = Path.of("..", "deploy", "standalone", "src", "main", "resources", "demo");
    private static final List<String> NAMES = List.of("ic4628.png", "m77.png", "n3199.png", "n3621.png");
    private static final int SIDE = 224;
    /** For small machines and the demo. */
    private static final long LARGEST_CHAMPION_BYTES = 16_000_000;

    private static final long LARGEST_BYTES = 42_000_000;

    private static ColourModel model;
    private static List<LabImage> pictures;

    @BeforeAll
    static void load() throws Exception {
        model = ColourModel.load(MODELS.resolve("champion.onnx"), SessionSettings.cpu(1));
        FrameDecoder decoder = new FrameDecoder(DecodeLimits.DEFAULT);
        pictures = new ArrayList<>();
        for (String name : NAMES) {
            DecodedFrame frame = ((Decoded) decoder.decode(PICTURES.resolve(name), name)).frame();
            pictures.add(new FramePipeline(StretchChoice.DEFAULT)
                    .prepare(frame, new TensorShape.CentreCrop(SIDE))
                    .picture());
        }
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static Prediction predict(LabImage picture, float[] palette) {
        return model.predict(List.of(LabScale.normaliseLightness(picture.lStar())), SIDE, SIDE, palette);
    }

    private static GainOverGrey quality(LabImage picture, float[] palette) {
        Prediction prediction = predict(picture, palette);
        return GainOverGrey.of(picture, LabScale.chroma(prediction.a(0)), LabScale.chroma(prediction.b(0)));
    }

    private static float[] ownPalette(LabImage picture) {
        return Palette.of("own", picture).vector(new PaletteLayout(model.paletteSize()));
    }

    static Stream<Path> shippedModels() throws IOException {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shippedModels")
    void everyModelIsTheOneThatItsCardSpeaksOf(Path file) throws Exception {
        String name = file.getFileName().toString().replace(".onnx", "");
        String card = Files.readString(MODELS.resolve(name + ".md"));

        try (ColourModel shipped = ColourModel.load(file, SessionSettings.cpu(1))) {
            assertThat(card)
                    .contains(
                            "`" + shipped.modelId() + "`",
                            shipped.metadata().recipeHash(),
                            shipped.metadata().dataHash(),
                            shipped.metadata().licence());
        }
        assertThat(Files.size(file)).isLessThan(LARGEST_BYTES);
    }

    @Test
    void isSmallAndCreditsWhomItHasLearntFrom() throws Exception {
        assertThat(Files.size(MODELS.resolve("champion.onnx"))).isLessThan(LARGEST_CHAMPION_BYTES);
        assertThat(Files.readAllLines(MODELS.resolve("CREDITS.txt")))
                .as("whose pictures it has learnt from")
                .hasSizeGreaterThan(10);
    }

    @Test
    void takesPalettesAndKnowsWhereItComesFrom() {
        assertThat(PaletteLayout.isWidth(model.paletteSize())).isTrue();
        assertThat(model.metadata().side() % TensorSides.MULTIPLE).isZero();
        assertThat(model.metadata().quality()).containsKey("gainDecibels");
    }

    @Test
    void comesNearerToTheTrueColoursThanGrey() {
        double unguided = meanGain(picture -> null);

        assertThat(unguided).isPositive();
    }

    @Test
    void comesMuchNearerWhereItIsToldThePicturesOwnColours() {
        double unguided = meanGain(picture -> null);
        double guided = meanGain(ShippedModelTest::ownPalette);

        assertThat(guided).isGreaterThan(unguided + 0.5);
    }

    /** In dB, over the demo's pictures; none of them may lose much. */
    private static double meanGain(Function<LabImage, float[]> palette) {
        double sum = 0;
        for (int i = 0; i < pictures.size(); i++) {
            double gain =
                    quality(pictures.get(i), palette.apply(pictures.get(i))).gainDecibels();
            assertThat(gain).as(NAMES.get(i)).isGreaterThan(-1);
            sum += gain;
        }
        return sum / pictures.size();
    }

    @Test
    void paintsADifferentPictureByEachNamedPalette() {
        LabImage nebula = pictures.get(0);
        List<Double> tints = new ArrayList<>();
        for (String name : Palettes.names()) {
            float[] palette = Palettes.named(name).orElseThrow().vector(new PaletteLayout(model.paletteSize()));
            tints.add(mean(predict(nebula, palette).b(0))
                    - mean(predict(nebula, null).b(0)));
        }
        assertThat(tints).doesNotHaveDuplicates();
        assertThat(tints.stream().mapToDouble(Math::abs).max().orElseThrow())
                .as("largest change of b*")
                .isGreaterThan(3 / LabScale.CHROMA);
    }

    @Test
    void aPaletteByTheNameOfALookIsThatLook() {
        Palette sho = Palettes.named("sho").orElseThrow();

        assertThat(Guidance.of("sho", sho, model).name()).isEqualTo("look:sho");
        assertThat(Guidance.of("hoo", Palettes.named("hoo").orElseThrow(), model)
                        .name())
                .as("no look has that name")
                .isEqualTo("hoo");
    }

    @Test
    void heedsAKindredPaletteLessThanOneThatIsAskedFor() {
        LabImage galaxy = pictures.get(3);
        float[] palette = ownPalette(pictures.get(0));
        Prediction none = predict(galaxy, null);
        double kindred = distance(none, predict(galaxy, PaletteTrust.KINDRED.weigh(palette)));
        double asked = distance(none, predict(galaxy, palette));

        assertThat(kindred).isLessThan(asked / 2);
        assertThat(asked).as("what a palette moves, in a* and b*").isGreaterThan(1 / LabScale.CHROMA);
    }

    /** Mean distance of colours. */
    private static double distance(Prediction one, Prediction other) {
        double sum = 0;
        float[] a = one.a(0);
        float[] b = one.b(0);
        float[] otherA = other.a(0);
        float[] otherB = other.b(0);
        for (int i = 0; i < a.length; i++) {
            sum += Math.hypot(a[i] - otherA[i], b[i] - otherB[i]);
        }
        return sum / a.length;
    }

    private static double mean(float[] plane) {
        double sum = 0;
        for (float value : plane) {
            sum += value;
        }
        return sum / plane.length;
    }
}
