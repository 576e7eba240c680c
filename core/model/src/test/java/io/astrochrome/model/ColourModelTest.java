package io.astrochrome.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.testkit.model.TinyModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColourModelTest {
    private static final SessionSettings ONE_THREAD = SessionSettings.cpu(1);

    @TempDir
    private Path folder;

    private ColourModel load(TinyModel model) throws ModelRejectedException {
        return ColourModel.load(model.write(folder.resolve("tiny.onnx")), ONE_THREAD);
    }

    private static float[] ramp(int pixels, float from) {
        float[] plane = new float[pixels];
        for (int i = 0; i < pixels; i++) {
            plane[i] = from + (1f - from) * i / pixels;
        }
        return plane;
    }

    @Test
    void answersEveryFrameOfABatchWithItsOwnColours() throws Exception {
        TinyModel tiny = TinyModel.named("tiny");
        try (ColourModel model = load(tiny)) {
            float[] first = ramp(32 * 64, -1f);
            float[] second = ramp(32 * 64, 0.25f);

            Prediction prediction = model.predict(List.of(first, second), 32, 64, null);

            assertThat(prediction.n()).isEqualTo(2);
            for (int i = 0; i < first.length; i += 97) {
                assertThat(prediction.a(0)[i]).isCloseTo(tiny.a(first[i]), within(1e-5f));
                assertThat(prediction.b(0)[i]).isCloseTo(tiny.b(first[i]), within(1e-5f));
                assertThat(prediction.a(1)[i]).isCloseTo(tiny.a(second[i]), within(1e-5f));
                assertThat(prediction.b(1)[i]).isCloseTo(tiny.b(second[i]), within(1e-5f));
            }
        }
    }

    @Test
    void keepsNothingOfALargerBatchBefore() throws Exception {
        TinyModel tiny = TinyModel.named("tiny");
        try (ColourModel model = load(tiny)) {
            model.predict(ramp(3 * 64 * 64, -1f), 3, 64, 64);

            Prediction prediction = model.predict(new float[32 * 32], 1, 32, 32);

            assertThat(prediction.ab()).hasSize(2 * 32 * 32);
            assertThat(prediction.a(0)).containsOnly(prediction.a(0)[0]);
            assertThat(prediction.a(0)[0]).isCloseTo(tiny.a(0f), within(1e-5f));
        }
    }

    @Test
    void knowsItselfByTheChecksumOfItsFile() throws Exception {
        Path file = TinyModel.named("tiny").write(folder.resolve("tiny.onnx"));
        String id = FileHash.sha256(file);

        try (ColourModel model = ColourModel.load(file, id, ONE_THREAD)) {
            assertThat(model.modelId()).isEqualTo(id).matches("[0-9a-f]{64}");
            assertThat(model.metadata().name()).isEqualTo("tiny");
            assertThat(model.metadata().quality()).containsEntry("gainDecibels", 0.5);
        }
    }

    @Test
    void saysWhichExecutionProviderItIsAndWhy() throws Exception {
        try (ColourModel asked = ColourModel.load(
                        TinyModel.named("tiny").write(folder.resolve("tiny.onnx")), SessionSettings.DEFAULT);
                ColourModel notAsked = load(TinyModel.named("tiny"))) {
            assertThat(asked.executionProvider()).isIn("CPU", "CUDA");
            assertThat(asked.executionProviderReason())
                    .startsWith("CUDA did not load: ")
                    .satisfies(reason -> assertThat(asked.executionProvider()).isEqualTo("CPU"));
            assertThat(notAsked.executionProviderReason()).isEqualTo("CUDA was not asked for");
        }
    }

    @Test
    void takesAPaletteAndIsUnguidedWithoutOne() throws Exception {
        TinyModel tiny = TinyModel.named("guided").palette(6);
        try (ColourModel model = load(tiny)) {
            assertThat(model.paletteSize()).isEqualTo(6);
            List<float[]> grey = List.of(new float[32 * 32]);

            Prediction unguided = model.predict(grey, 32, 32, null);
            Prediction guided = model.predict(grey, 32, 32, new float[] {0.5f, 0, 0, 0, 0, 0});

            assertThat(unguided.a(0)[0]).isCloseTo(tiny.a(0f), within(1e-5f));
            assertThat(guided.a(0)[0]).isGreaterThan(unguided.a(0)[0] + 0.2f);
            assertThat(guided.b(0)).isEqualTo(unguided.b(0));
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> model.predict(grey, 32, 32, new float[5]))
                    .withMessageContaining("6 values, not 5");
        }
    }

    @Test
    void coloursAFrameInSeveralLooksEachAsVividAsItIs() throws Exception {
        try (ColourModel model = load(TinyModel.named("looking").looks())) {
            float[] grey = new float[32 * 32];
            Prediction made = model.predict(model.looks(), grey, 32, 32);

            for (int look = 0; look < model.looks().size(); look++) {
                Look one = model.looks().get(look);
                Prediction asked =
                        model.predict(List.of(grey), 32, 32, one.palette()).vivid(one.vividness());
                assertThat(made.a(look)).containsExactly(asked.a(0), within(1e-6f));
                assertThat(made.b(look)).containsExactly(asked.b(0), within(1e-6f));
            }
            assertThat(made.b(0)).isNotEqualTo(made.b(1));
            assertThat(model.looks()).extracting(Look::name).containsExactly("warm", "cold");
        }
    }

    @Test
    void coloursFramesOfOneBatchEachByItsOwnPalette() throws Exception {
        TinyModel tiny = TinyModel.named("guided").palette(6);
        try (ColourModel model = load(tiny)) {
            float[] warm = {0.5f, 0, 0, 0, 0, 0};
            float[] cold = {0, 0, 0, 0, 0, -0.5f};
            float[] grey = new float[32 * 32];

            Prediction batch = model.predict(List.of(grey, grey, grey), Arrays.asList(warm, null, cold), 32, 32);

            assertThat(batch.a(0))
                    .isEqualTo(model.predict(List.of(grey), 32, 32, warm).a(0));
            assertThat(batch.a(1)[0]).isCloseTo(tiny.a(0f), within(1e-5f));
            assertThat(batch.b(1)[0]).isCloseTo(tiny.b(0f), within(1e-5f));
            assertThat(batch.b(2))
                    .isEqualTo(model.predict(List.of(grey), 32, 32, cold).b(0));
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> model.predict(List.of(grey), List.of(warm, cold), 32, 32))
                    .withMessageContaining("each of 1 planes, not 2");
        }
    }

    @Test
    void givesConfidenceWhereTheModelHasIt() throws Exception {
        try (ColourModel sure = load(TinyModel.named("sure").confident())) {
            assertThat(sure.predict(new float[32 * 32], 1, 32, 32).confidence())
                    .hasSize(32 * 32)
                    .containsOnly(0.5f);
        }
        try (ColourModel unsure = load(TinyModel.named("unsure"))) {
            assertThat(unsure.predict(new float[32 * 32], 1, 32, 32).confidence())
                    .isNull();
        }
    }

    @Test
    void refusesPlanesThatAreNotMultiplesOf32() throws Exception {
        try (ColourModel model = load(TinyModel.named("tiny"))) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> model.predict(new float[32 * 33], 1, 32, 33))
                    .withMessageContaining("multiples of 32, not 33 x 32");
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> model.predict(new float[1], 1, 32, 32));
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> model.predict(List.of(), 32, 32, null));
        }
    }

    @Test
    void mayBeClosedTwiceAndThenRefusesToRun() throws Exception {
        ColourModel model = load(TinyModel.named("tiny"));
        model.close();
        model.close();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> model.predict(new float[32 * 32], 1, 32, 32))
                .withMessageContaining("closed");
    }

    @Test
    void answersManyThreadsAsItAnswersOne() throws Exception {
        TinyModel tiny = TinyModel.named("tiny");
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try (ColourModel model = load(tiny)) {
            List<Future<Prediction>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                float level = i / 200f;
                int side = 32 * (1 + i % 3);
                answers.add(callers.submit(() -> {
                    float[] plane = new float[side * side];
                    Arrays.fill(plane, level);
                    return model.predict(plane, 1, side, side);
                }));
            }
            for (int i = 0; i < answers.size(); i++) {
                Prediction answer = answers.get(i).get();
                assertThat(answer.height()).isEqualTo(32 * (1 + i % 3));
                assertThat(answer.a(0)).containsOnly(answer.a(0)[0]);
                assertThat(answer.a(0)[0]).isCloseTo(tiny.a(i / 200f), within(1e-5f));
            }
        } finally {
            callers.shutdownNow();
        }
    }
}
