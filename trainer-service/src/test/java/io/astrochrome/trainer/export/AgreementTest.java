package io.astrochrome.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.testkit.model.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementTest {
    private static final int SIDE = 32;
    private static final int PALETTE = 28;

    @TempDir
    private Path folder;

    private final TinyModel tiny = TinyModel.named("tiny");
    private Path onnx;
    private Probe probe;

    @BeforeEach
    void aModelIsThere() {
        onnx = tiny.write(folder.resolve("tiny.onnx"));
        float[] l = new float[2 * SIDE * SIDE];
        for (int i = 0; i < l.length; i++) {
            l[i] = (float) (0.9 * Math.sin(0.1 * i));
        }
        probe = new Probe(2, SIDE, SIDE, l);
    }

    /** What the tiny model answers by its own formula, with something added to every a. */
    private float[] expected(float more) {
        int pixels = SIDE * SIDE;
        float[] ab = new float[4 * pixels];
        for (int picture = 0; picture < 2; picture++) {
            for (int i = 0; i < pixels; i++) {
                float l = probe.l()[picture * pixels + i];
                ab[2 * picture * pixels + i] = tiny.a(l) + more;
                ab[(2 * picture + 1) * pixels + i] = tiny.b(l);
            }
        }
        return ab;
    }

    private double require(float[] expected) {
        return Agreement.require(onnx, probe, null, expected);
    }

    @Test
    void aFileThatAnswersAsItShouldPassesAndTheDifferenceIsTold() {
        assertThat(require(expected(0))).isBetween(0.0, 1e-5);
        assertThat(require(expected(5e-5f))).isEqualTo(5e-5, within(1e-5));
    }

    @Test
    void oneValueThatDiffersIsEnoughToRefuse() {
        float[] expected = expected(0);
        expected[expected.length - 1] += 2e-4f;

        assertThatExceptionOfType(ExportRefusedException.class)
                .isThrownBy(() -> require(expected))
                .withMessageContaining("where at most 1.0E-4 is allowed");
    }

    @Test
    void whatIsNotANumberAgreesWithNothing() {
        float[] expected = expected(0);
        expected[7] = Float.NaN;

        assertThatExceptionOfType(ExportRefusedException.class).isThrownBy(() -> require(expected));
        onnx = TinyModel.named("brittle").brittle().write(folder.resolve("brittle.onnx"));
        assertThatExceptionOfType(ExportRefusedException.class).isThrownBy(() -> require(expected(0)));
    }

    @Test
    void anAnswerOfAnotherLengthIsRefused() {
        float[] expected = expected(0);

        assertThatExceptionOfType(ExportRefusedException.class)
                .isThrownBy(() -> require(Arrays.copyOf(expected, expected.length + 1)));
        assertThatExceptionOfType(ExportRefusedException.class)
                .isThrownBy(() -> require(Arrays.copyOf(expected, expected.length - 1)));
    }

    @Test
    void aPaletteIsGivenToEachPicture() {
        onnx = tiny.palette(PALETTE).write(folder.resolve("guided.onnx"));
        float[] palettes = new float[2 * PALETTE];
        palettes[PALETTE] = 0.5f;

        float[] ab = Agreement.run(onnx, probe, palettes);

        float[] unguided = expected(0);
        assertThat(ab[3]).as("the first picture has none").isEqualTo(unguided[3], within(1e-5f));
        int second = 2 * SIDE * SIDE;
        assertThat(Math.log((1 + ab[second]) / (1 - ab[second])) / 2)
                .as("added before tanh")
                .isEqualTo(Math.log((1 + unguided[second]) / (1 - unguided[second])) / 2 + 0.5, within(1e-4));
    }

    @Test
    void whatOnnxRuntimeCannotRunIsRefused() throws IOException {
        onnx = Files.writeString(folder.resolve("text.onnx"), "no ONNX");

        assertThatExceptionOfType(ExportRefusedException.class)
                .isThrownBy(() -> require(expected(0)))
                .withMessageStartingWith("ONNX Runtime cannot run the exported model: ");
    }
}
