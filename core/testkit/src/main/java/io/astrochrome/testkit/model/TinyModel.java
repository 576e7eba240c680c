package io.astrochrome.testkit.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A real ONNX file of a kilobyte whose colours anybody can work out: {@code a = tanh(aSlope l + aOffset)} and {@code b =
 * tanh(bSlope l + bOffset)}, so that shadows are blue and highlights orange. Its metadata and self-test are spelt out here
 * instead of being asked of the code under test: a changed key or formula is a broken contract, and shows. Immutable.
 */
public final class TinyModel {
    private static final int SELF_TEST_SIDE = 64;
    private static final float DEFAULT_SLOPE = 0.5f;
    /** As the smallest palettes have. */
    private static final int LOOKS_PALETTE = 28;

    private final TinyGraph graph;
    private final Map<String, String> properties;

    private TinyModel(TinyGraph graph, Map<String, String> properties) {
        this.graph = graph;
        this.properties = properties;
    }

    /** A model that passes every check, of that name. */
    public static TinyModel named(String name) {
        return new TinyModel(
                        new TinyGraph(DEFAULT_SLOPE, 0, false, TinyGraph.DYNAMIC_SIDE, "l", false, false), Map.of())
                .with("astrochrome.name", name);
    }

    /** A model of other colours, hence of another id: the greater the slope, the stronger they are. */
    public TinyModel slope(float slope) {
        return new TinyModel(
                new TinyGraph(
                        slope,
                        graph.paletteSize(),
                        graph.confidence(),
                        graph.side(),
                        graph.inputName(),
                        graph.brittle(),
                        graph.looks()),
                properties);
    }

    /** With an input {@code palette} of so many values; the first is added to a, the last to b, both before tanh. */
    public TinyModel palette(int size) {
        return new TinyModel(
                new TinyGraph(
                        graph.slope(),
                        size,
                        graph.confidence(),
                        graph.side(),
                        graph.inputName(),
                        graph.brittle(),
                        graph.looks()),
                properties);
    }

    /** With an output {@code confidence}: the sigmoid of l. */
    public TinyModel confident() {
        return new TinyModel(
                new TinyGraph(
                        graph.slope(),
                        graph.paletteSize(),
                        true,
                        graph.side(),
                        graph.inputName(),
                        graph.brittle(),
                        graph.looks()),
                properties);
    }

    /** Breaks the contract: sides are fixed. */
    public TinyModel fixedSide(int side) {
        return new TinyModel(
                new TinyGraph(
                        graph.slope(),
                        graph.paletteSize(),
                        graph.confidence(),
                        side,
                        graph.inputName(),
                        graph.brittle(),
                        graph.looks()),
                properties);
    }

    /** Breaks the contract, unless it is {@code l}: the input's name. */
    public TinyModel inputNamed(String inputName) {
        return new TinyModel(
                new TinyGraph(
                        graph.slope(),
                        graph.paletteSize(),
                        graph.confidence(),
                        graph.side(),
                        inputName,
                        graph.brittle(),
                        graph.looks()),
                properties);
    }

    /** Passes every check, the self-test too, and answers with NaN for each batch without a white pixel. */
    public TinyModel brittle() {
        return new TinyModel(
                new TinyGraph(
                        graph.slope(),
                        graph.paletteSize(),
                        graph.confidence(),
                        graph.side(),
                        graph.inputName(),
                        true,
                        graph.looks()),
                properties);
    }

    /**
     * Offers two looks by an input {@code palette} of 28 values: {@code warm} has 0.5 more of b, {@code cold} 0.5 less, is
     * twice as vivid, and is the likelier one (0.7) for every frame; {@code warm} suits comets and what is seen in H alpha.
     */
    public TinyModel looks() {
        StringJoiner looks = new StringJoiner(",", "[", "]");
        looks.add(look("warm", 1, "0.5", ",\"suits\":{\"comet\":4,\"Ha\":4}"));
        looks.add(look("cold", 2, "-0.5", ""));
        return new TinyModel(
                        new TinyGraph(
                                graph.slope(),
                                LOOKS_PALETTE,
                                graph.confidence(),
                                graph.side(),
                                graph.inputName(),
                                graph.brittle(),
                                true),
                        properties)
                .with("astrochrome.looks", looks.toString());
    }

    private static String look(String name, int vividness, String last, String more) {
        return "{\"name\":\"" + name + "\",\"vividness\":" + vividness + ",\"palette\":["
                + "0,".repeat(LOOKS_PALETTE - 1) + last + "]" + more + "}";
    }

    /** Sets one key of the metadata; an empty value takes the key away. */
    public TinyModel with(String key, String value) {
        Map<String, String> changed = new LinkedHashMap<>(properties);
        changed.put(key, value);
        return new TinyModel(graph, changed);
    }

    /** Without one key of the metadata. */
    public TinyModel without(String key) {
        return with(key, "");
    }

    /** What the model answers for one pixel, a&#42;/110. */
    public float a(float lightness) {
        return (float) Math.tanh(graph.aSlope() * lightness + graph.aOffset());
    }

    /** What the model answers for one pixel, b&#42;/110. */
    public float b(float lightness) {
        return (float) Math.tanh(graph.bSlope() * lightness + graph.bOffset());
    }

    /** Writes the file and returns its path. */
    public Path write(Path file) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("astrochrome.contract", "1");
        all.put("astrochrome.side", "64");
        all.put("astrochrome.colour_space", "CIELAB-D65");
        all.put("astrochrome.ab_scale", "110");
        all.put("astrochrome.stretch", "midtone-linked");
        all.put("astrochrome.recipe", "tiny");
        all.put("astrochrome.recipe_hash", "0".repeat(64));
        all.put("astrochrome.data_hash", "1".repeat(64));
        all.put("astrochrome.commit", "none");
        all.put("astrochrome.seed", "7");
        all.put("astrochrome.quality", "{\"gainDecibels\":0.5}");
        all.put("astrochrome.licence", "Apache-2.0");
        all.put("astrochrome.selftest", selfTest());
        all.putAll(properties);
        all.values().removeIf(String::isEmpty);
        try {
            return Files.write(file, graph.toOnnx(all));
        } catch (IOException e) {
            throw new UncheckedIOException("a tiny model could not be written to " + file, e);
        }
    }

    /** A few points of the contract's formula frame, and what this model answers there. */
    private String selfTest() {
        StringJoiner points = new StringJoiner(",", "[", "]");
        for (int at = 5; at < SELF_TEST_SIDE; at += 9) {
            int x = at;
            int y = SELF_TEST_SIDE - 1 - at;
            float l = selfTestLightness(x, y);
            points.add(String.format(Locale.ROOT, "{\"x\":%d,\"y\":%d,\"a\":%.6f,\"b\":%.6f}", x, y, a(l), b(l)));
        }
        return "{\"rule\":\"lattice-1\",\"side\":" + SELF_TEST_SIDE + ",\"tolerance\":0.005,\"expected\":" + points
                + "}";
    }

    private static float selfTestLightness(int x, int y) {
        int star = x % 16 == 7 && y % 16 == 5 ? 120 : 0;
        return (3 * x + 5 * y + (x * y) % 29 + star) % 256 / 127.5f - 1f;
    }
}
