package io.astrochrome.metrics.observatory.meters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.events.FrameColorized;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.metrics.sample.SampleFrame;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class ColourStepsTest {
    private static final Instant NIGHT = Instant.parse("2026-11-22T20:00:00Z");
    private static final TensorGrid GRID = new TensorGrid(300, 200, 64, 32, 48, 32);

    /** Of a half float's rounding, in CIELAB units. */
    private static final double ROUNDING = 0.05;

    private final ColourSteps steps = new ColourSteps();

    private static FrameColorized frame(String target, String model, TensorGrid grid, short[] a, short[] b) {
        FrameColorized like = SampleFrame.of(
                        target, "light.fits", new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), NIGHT)
                .colorized(SampleFrame.sha256(model), 0);
        return new FrameColorized(
                like.frame(),
                grid,
                like.stretch(),
                like.modelId(),
                like.modelName(),
                like.executionProvider(),
                like.pictures(),
                like.stageMillis(),
                like.colorizedAt(),
                a,
                b);
    }

    /** All of it that colour, in CIELAB units. */
    private static FrameColorized flat(String target, String model, TensorGrid grid, double a, double b) {
        return frame(target, model, grid, plane(grid, a), plane(grid, b));
    }

    private static FrameColorized flat(double a, double b) {
        return flat("M 42", "a model", GRID, a, b);
    }

    private static short[] plane(TensorGrid grid, double chroma) {
        short[] plane = new short[grid.pixels()];
        Arrays.fill(plane, HalfFloat.fromFloat((float) (chroma / LabScale.CHROMA)));
        return plane;
    }

    @Property(tries = 100)
    void aStepIsTheDistanceOfTheMeanColours(
            @ForAll @FloatRange(min = -100, max = 100) float a,
            @ForAll @FloatRange(min = -100, max = 100) float b,
            @ForAll @FloatRange(min = -100, max = 100) float nextA,
            @ForAll @FloatRange(min = -100, max = 100) float nextB) {
        ColourSteps fresh = new ColourSteps();

        assertThat(fresh.of(flat(a, b))).isEmpty();
        assertThat(fresh.of(flat(nextA, nextB)).orElseThrow())
                .isCloseTo(Math.hypot(nextA - a, nextB - b), within(2 * ROUNDING));
    }

    @Test
    void aFrameThatOnlyDriftsDoesNotFlicker() {
        FrameColorized left = flat(0, 0);
        FrameColorized right = flat(0, 0);
        left.a()[5] = HalfFloat.fromFloat(0.5f);
        right.a()[5 + GRID.width()] = HalfFloat.fromFloat(0.5f);
        steps.of(left);

        assertThat(steps.of(right).orElseThrow()).isZero();
    }

    @Test
    void thePaddingDoesNotCount() {
        steps.of(flat(10, -20));
        FrameColorized dirty = flat(10, -20);
        for (int y = 0; y < GRID.height(); y++) {
            Arrays.fill(
                    dirty.b(), y * GRID.width() + GRID.contentWidth(), (y + 1) * GRID.width(), HalfFloat.fromFloat(1));
        }

        assertThat(steps.of(dirty).orElseThrow()).isZero();
    }

    @Test
    void framesOfAnotherTargetModelOrShapeAreAnotherSequence() {
        TensorGrid other = new TensorGrid(300, 200, 64, 32, 47, 32);
        steps.of(flat(0, 0));

        assertThat(steps.of(flat("M 31", "a model", GRID, 50, 0))).isEmpty();
        assertThat(steps.of(flat("M 42", "another model", GRID, 50, 0))).isEmpty();
        assertThat(steps.of(flat("M 42", "a model", other, 50, 0))).isEmpty();
        assertThat(steps.of(flat(3, 4)).orElseThrow())
                .as("from the frame before it of its own")
                .isCloseTo(5, within(ROUNDING));
    }

    @Test
    void aStepIsFromTheFrameBeforeNotFromTheFirst() {
        steps.of(flat(0, 0));
        steps.of(flat(10, 0));

        assertThat(steps.of(flat(12, 0))).hasValueCloseTo(2.0, within(ROUNDING));
    }

    @Test
    void sequencesThatAreUsedAreRememberedAndTheOthersForgotten() {
        steps.of(flat("kept", "a model", GRID, 0, 0));
        steps.of(flat("forgotten", "a model", GRID, 0, 0));
        for (int i = 0; i < 199; i++) {
            steps.of(flat("target " + i, "a model", GRID, 0, 0));
            assertThat(steps.of(flat("kept", "a model", GRID, 0, 0))).isPresent();
        }

        assertThat(steps.of(flat("kept", "a model", GRID, 0, 0))).isEqualTo(OptionalDouble.of(0));
        assertThat(steps.of(flat("forgotten", "a model", GRID, 0, 0))).isEmpty();
    }
}
