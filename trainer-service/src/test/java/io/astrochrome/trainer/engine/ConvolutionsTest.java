package io.astrochrome.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.events.Purpose;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.Pictures;
import io.astrochrome.trainer.data.TensorStore;
import io.astrochrome.trainer.export.ExportOptions;
import io.astrochrome.trainer.network.CriticKind;
import io.astrochrome.trainer.network.CriticSettings;
import io.astrochrome.trainer.network.GeneratorSettings;
import io.astrochrome.trainer.network.encoder.Encoder;
import io.astrochrome.trainer.network.layer.ConvShape;
import io.astrochrome.trainer.network.layer.Feature;
import io.astrochrome.trainer.network.layer.Padding;
import io.astrochrome.trainer.objective.Learner;
import io.astrochrome.trainer.objective.ObjectiveSettings;
import io.astrochrome.trainer.objective.OptimiserSettings;
import io.astrochrome.trainer.objective.TrainingBatch;
import io.astrochrome.trainer.run.RunBudget;
import io.astrochrome.trainer.run.RunException;
import io.astrochrome.trainer.run.RunPlan;
import io.astrochrome.trainer.run.TinyRecipe;
import io.astrochrome.trainer.run.TrainingRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConvolutionsTest {
    private static final int SIDE = 32;
    private static final ConvShape ODD = new ConvShape(24, 32, 3, 1, 1, true, Padding.symmetric(3));
    private static final ConvShape EVEN = new ConvShape(32, 24, 3, 1, 1, false, Padding.symmetric(3));

    @TempDir
    Path folder;

    private Convolutions before;

    @BeforeEach
    void remember() {
        before = Convolutions.current();
    }

    @AfterEach
    void putBack() {
        Convolutions.replace(before);
    }

    private void behindTheFacade(RawConvolution raw) {
        Convolutions.replace(new Convolutions(raw, folder));
    }

    private static void everyWayIsWrong(Path folder) {
        RawConvolution squared = (x, weight, bias, stride, padding, groups) -> RawConvolution.OF_THE_LIBRARY
                .of(x, weight, bias, stride, padding, groups)
                .square();
        Convolutions.replace(new Convolutions(squared, List.of(ConvolutionWay.PADDED), folder));
    }

    private static Map<ConvShape, Feature> maps(ConvShape... shapes) {
        Map<ConvShape, Feature> maps = new LinkedHashMap<>();
        for (ConvShape shape : shapes) {
            maps.put(shape, new Feature(shape.in(), 12, 10));
        }
        return maps;
    }

    @ParameterizedTest
    @EnumSource(WrongConvolution.class)
    void aWrongConvolutionIsFoundAndGoneRound(WrongConvolution wrong) {
        behindTheFacade(wrong);

        EngineCheck.require(Map.of(), maps(ODD, EVEN));

        EngineReport report = EngineCheck.report();
        assertThat(report.checked()).isEqualTo(2);
        assertThat(report.detours()).singleElement().satisfies(detour -> {
            assertThat(detour.shape()).isEqualTo(ODD);
            assertThat(detour.way()).isNotEqualTo(ConvolutionWay.PLAIN);
            assertThat(detour.fault()).startsWith("its ");
        });
        assertThat(report.count(ConvolutionWay.PLAIN)).isEqualTo(1);
        assertThat(report.checkMillis()).isPositive();
        assertThat(report.engine()).startsWith("PyTorch ");
    }

    @Test
    void whatIsWrongTwiceDifferentiatedAloneGoesRoundOnlyThere() {
        behindTheFacade(WrongConvolution.SECOND_ORDER);

        EngineCheck.require(maps(ODD), maps(ODD));

        assertThat(EngineCheck.report().detours()).singleElement().satisfies(detour -> assertThat(detour.twice())
                .isTrue());
    }

    @Test
    void theLibraryItselfIsRightOrGoneRound() {
        behindTheFacade(RawConvolution.OF_THE_LIBRARY);

        assertThatCode(() -> EngineCheck.require(maps(ODD, EVEN), maps(ODD, EVEN)))
                .doesNotThrowAnyException();
    }

    @Test
    void whereEveryWayIsWrongTheOperationIsNamed() {
        everyWayIsWrong(folder);

        assertThatThrownBy(() -> EngineCheck.require(maps(EVEN)))
                .isInstanceOf(WrongEngineException.class)
                .hasMessageContaining("3 x 3 convolution of 32 to 24 channels wrongly in every way")
                .hasMessageContaining("its output is off by")
                .hasMessageContaining("the processor or the engine's library may be the cause");
    }

    @Test
    void aRunIsRefusedBeforeItsFirstStepWhereEveryWayIsWrong() throws Exception {
        PictureSet pictures = Pictures.fill(new TensorStore(folder.resolve("tensors")), 5, 2);
        RunPlan plan = new RunPlan(
                "run",
                TinyRecipe.with("", ""),
                pictures.of(Purpose.TRAIN),
                pictures.of(Purpose.VALIDATION),
                null,
                folder.resolve("out"),
                false,
                new RunBudget(null, Long.MAX_VALUE),
                Duration.ofHours(1),
                1,
                "abc");
        everyWayIsWrong(folder);

        assertThatThrownBy(() -> new TrainingRun(plan, event -> {
                            throw new AssertionError("it has begun: " + event);
                        })
                        .run())
                .isInstanceOf(RunException.class)
                .hasMessageContaining("convolution of");
    }

    @ParameterizedTest
    @EnumSource(value = WrongConvolution.class, names = "ONE_NUMBER", mode = EnumSource.Mode.EXCLUDE)
    void stepsOnAWrongEngineLoseAsOnAHealthyOne(WrongConvolution wrong) {
        behindTheFacade(RawConvolution.OF_THE_LIBRARY);
        List<Map<String, Double>> healthy = losses();

        Convolutions.replace(new Convolutions(wrong, folder.resolve("wrong")));
        List<Map<String, Double>> wentRound = losses();

        assertThat(EngineCheck.report().detours()).isNotEmpty();
        for (int step = 0; step < healthy.size(); step++) {
            for (Map.Entry<String, Double> loss : healthy.get(step).entrySet()) {
                assertThat(wentRound.get(step).get(loss.getKey()))
                        .as("%s of step %d", loss.getKey(), step)
                        .isCloseTo(loss.getValue(), within(2e-3 * (0.05 + Math.abs(loss.getValue()))));
            }
        }
    }

    @Test
    void whatIsLearntOnAWrongEngineIsWhatOnnxRuntimeMakesOfIt() {
        behindTheFacade(WrongConvolution.OUTPUT);
        try (Learner learner = learner()) {
            learner.learningRates(1e-3, 1e-3);
            learner.generatorStep(batch(), false);

            assertThat(EngineCheck.report().detours()).isNotEmpty();
            // An export is refused where the two differ by more than 1e-4.
            assertThatCode(() -> learner.export(
                            folder.resolve("model.onnx"),
                            ExportOptions.standard(),
                            Map.of("astrochrome.name", "wrong")))
                    .doesNotThrowAnyException();
        }
    }

    private static Learner learner() {
        GeneratorSettings generator =
                GeneratorSettings.of(Encoder.MOBILENET_V2).withDecoderWidths(List.of(40, 24, 24, 8, 8));
        CriticSettings critic = new CriticSettings(CriticKind.COMPLEX, 24, 0);
        return new Learner(generator, critic, ObjectiveSettings.wganGp(10), OptimiserSettings.paper(), 1);
    }

    private static List<Map<String, Double>> losses() {
        try (Learner learner = learner()) {
            // Adam's first steps follow signs, which rounding decides where a gradient is next to nothing; they are
            // kept small.
            learner.learningRates(1e-6, 1e-6);
            TrainingBatch batch = batch();
            return List.of(
                    learner.criticStep(batch).named(),
                    learner.generatorStep(batch, true).named(),
                    learner.criticStep(batch).named());
        }
    }

    private static TrainingBatch batch() {
        SplittableRandom random = new SplittableRandom(2);
        float[] l = new float[4 * SIDE * SIDE];
        float[] ab = new float[2 * l.length];
        for (int i = 0; i < l.length; i++) {
            l[i] = (float) random.nextDouble(-1, 1);
            ab[i] = 0.3f * l[i];
            ab[l.length + i] = (float) random.nextDouble(-0.3, 0.3);
        }
        return new TrainingBatch(4, SIDE, SIDE, l, ab);
    }

    @Test
    void whatNobodyAskedForIsCheckedWhenItIsFirstRun() {
        behindTheFacade(WrongConvolution.OUTPUT);
        float[] x = new float[2 * 24 * 6 * 6];
        x[0] = 1;
        float[] weight = new float[32 * 24 * 9];
        weight[4] = 1;
        try (Tape tape = Tape.silent(Precision.SINGLE)) {
            Value y = new Value(Convolutions.current()
                    .of(
                            tape.of(x, 2, 24, 6, 6).array(),
                            tape.of(weight, ODD.weightSides()).array(),
                            tape.of(new float[32], 32).array(),
                            ODD,
                            false));
            assertThat(y.toFloats()[0]).isEqualTo(1);
        }
        assertThat(EngineCheck.report().detours()).hasSize(1);
    }

    @Test
    void morePicturesAreAnotherCaseWhereGradientsOfGradientsAreTaken() {
        assertThat(ConvolutionCase.of(ODD, true, 24)).isNotEqualTo(ConvolutionCase.of(ODD, true, 4));
        assertThat(ConvolutionCase.of(ODD, false, 24)).isEqualTo(ConvolutionCase.of(ODD, false, 4));
    }

    @Test
    void whatWasFoundIsReadInsteadOfBeingFoundAgain() {
        behindTheFacade(WrongConvolution.OUTPUT);
        EngineCheck.require(maps(ODD, EVEN));

        behindTheFacade((x, weight, bias, stride, padding, groups) -> {
            throw new AssertionError("it is tried again");
        });
        EngineCheck.require(maps(ODD, EVEN));

        assertThat(EngineCheck.report().checkMillis()).isZero();
        assertThat(EngineCheck.report().detours()).hasSize(1);
    }
}
