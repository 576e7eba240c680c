package io.astrochrome.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.tensors.TensorSides;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A frame made by a formula and the colours that the model gave it where it was exported, at some points. A loader runs
 * the frame again: an answer that differs by more than the tolerance means broken weights or a broken runtime.
 *
 * @param rule name of the formula; {@value #RULE} is the only one
 * @param side of the square frame in px
 * @param tolerance greatest difference allowed, in units of a&#42;/110; wide enough for TF32 on a GPU
 */
public record SelfTest(String rule, int side, double tolerance, List<Point> expected) {
    /** The formula of {@link #lightness(int)}. */
    public static final String RULE = "lattice-1";

    /** What a new self-test uses: two halvings of {@link TensorSides#MULTIPLE} are left at the bottom. */
    public static final int DEFAULT_SIDE = 64;

    /** 0.55 units of a&#42;: far below what anybody sees, far above what another processor rounds differently. */
    public static final double DEFAULT_TOLERANCE = 5e-3;

    private static final int POINTS_PER_SIDE = 4;
    /** tanh ends at one; the rest is rounding. */
    private static final float GREATEST_CHROMA = 1.001f;

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** One pixel of the answer: column and row in px, a&#42;/110 and b&#42;/110. */
    public record Point(int x, int y, float a, float b) {}

    public SelfTest {
        if (!RULE.equals(rule)) {
            throw new IllegalArgumentException("the self-test's rule must be " + RULE + ", not " + rule);
        }
        if (!TensorSides.fits(side) || side > 512) {
            throw new IllegalArgumentException(
                    "the self-test's side must be a multiple of " + TensorSides.MULTIPLE + " up to 512, not " + side);
        }
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("the self-test's tolerance must be in (0,1), not " + tolerance);
        }
        if (expected == null || expected.isEmpty()) {
            throw new IllegalArgumentException("the self-test expects nothing");
        }
        expected = List.copyOf(expected);
        for (Point point : expected) {
            if (point.x < 0 || point.x >= side || point.y < 0 || point.y >= side) {
                throw new IllegalArgumentException("the self-test's point " + point + " lies outside its frame");
            }
        }
    }

    /**
     * The frame, side x side values of 2 L&#42;/100 - 1 row by row: a slanted ramp with a lattice on it, in whole numbers
     * divided once, so that every machine makes the same bits.
     */
    public static float[] lightness(int side) {
        float[] lightness = new float[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int level = (3 * x + 5 * y + (x * y) % 29 + ((x % 16 == 7 && y % 16 == 5) ? 120 : 0)) % 256;
                lightness[y * side + x] = level / 127.5f - 1f;
            }
        }
        return lightness;
    }

    /**
     * The self-test that a model passes which answered so; for the exporter.
     *
     * @param ab [1,2,side,side], the model's answer to {@link #lightness(int)}
     */
    public static SelfTest of(int side, float[] ab) {
        List<Point> points = new ArrayList<>();
        int step = side / POINTS_PER_SIDE;
        for (int y = step / 2; y < side; y += step) {
            for (int x = step / 2; x < side; x += step) {
                int at = y * side + x;
                points.add(new Point(x, y, ab[at], ab[side * side + at]));
            }
        }
        return new SelfTest(RULE, side, DEFAULT_TOLERANCE, points);
    }

    /**
     * Compares an answer with the expected one.
     *
     * @param ab [1,2,side,side]
     * @return what is wrong, or nothing
     */
    public Optional<String> findFault(float[] ab) {
        for (float value : ab) {
            if (!(Math.abs(value) <= GREATEST_CHROMA)) {
                return Optional.of("it answers with " + value + " where only [-1,1] is allowed");
            }
        }
        for (Point point : expected) {
            int at = point.y * side + point.x;
            double off = Math.max(Math.abs(ab[at] - point.a), Math.abs(ab[side * side + at] - point.b));
            if (!(off <= tolerance)) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "at (%d, %d) it answers (%.4f, %.4f), not (%.4f, %.4f) as where it was exported",
                        point.x,
                        point.y,
                        ab[at],
                        ab[side * side + at],
                        point.a,
                        point.b));
            }
        }
        return Optional.empty();
    }

    /** For {@link ModelContract#KEY_SELF_TEST}. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of numbers is always JSON", e);
        }
    }

    /**
     * The self-test in a file's metadata.
     *
     * @throws ModelRejectedException where there is none, or it breaks a rule
     */
    public static SelfTest fromJson(@Nullable String json) throws ModelRejectedException {
        if (json == null) {
            throw new ModelRejectedException(
                    ModelRejectedException.Rule.METADATA, "it has no " + ModelContract.KEY_SELF_TEST);
        }
        try {
            return JSON.readValue(json, SelfTest.class);
        } catch (JsonProcessingException e) {
            throw new ModelRejectedException(
                    ModelRejectedException.Rule.METADATA, "its self-test is broken: " + e.getOriginalMessage(), e);
        }
    }
}
