package io.astrochrome.trainer.network;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.network.layer.Conv;
import io.astrochrome.trainer.network.layer.Ops;
import io.astrochrome.trainer.network.layer.Padding;
import io.astrochrome.trainer.network.layer.Upsampling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Colours in several looks at once: from what every stage of the decoder makes of a picture, a and b for each look and pixel,
 * of which those of the look that is asked for are added to what the head gives.
 *
 * <p>A look is asked for in the palette's place: a 1 that says that there is something, as every palette has, and -1 at the
 * look's own place; shares of a picture's colours, which else are there, are never negative.
 *
 * @param looks how many there are
 * @param paletteWidth length of the palette
 */
public record LookReadout(int looks, int paletteWidth) {
    /** Values that are told of each pixel. */
    public static final int WIDTH = 32;

    /** Name of the layer that reads lightness. */
    public static final String LIGHT = Generator.LOOKS + ".light";

    /** Name of the layer between what is read and what each look makes of it. */
    public static final String HIDDEN = Generator.LOOKS + ".hidden";

    /** Name of the layer that gives each look's a, then each look's b; the head's a and b are the last that it reads. */
    public static final String COLOURS = Generator.LOOKS + ".colours";

    /** Name of the layer by which a look steers the decoder as a palette does. */
    public static final String STEER = Generator.LOOKS + ".steer";

    /** Looks begin as nearly nothing, and yet not all the same. */
    private static final double APART = 2e-4;

    /** a and b. */
    private static final int AB = 2;

    private static final String CHOOSE = Generator.LOOKS + ".choose";
    private static final String SUM = Generator.LOOKS + ".sum";

    /** What asks for a look, {@code [K]}. */
    public static float[] code(int look, int paletteWidth) {
        float[] code = new float[paletteWidth];
        code[look] = -1;
        code[paletteWidth - 1] = 1;
        return code;
    }

    /** Name of the layer that reads the decoder's feature map of that number, the deepest first. */
    public static String tap(int map) {
        return Generator.LOOKS + ".tap." + map;
    }

    /** The values that say which look is which; nothing is learnt in them. */
    public Map<String, Tensor> constants() {
        float[] choose = new float[AB * looks * paletteWidth];
        float[] sum = new float[AB * AB * looks];
        for (int plane = 0; plane < AB; plane++) {
            for (int look = 0; look < looks; look++) {
                choose[(plane * looks + look) * paletteWidth + look] = -1;
                sum[plane * AB * looks + plane * looks + look] = 1;
            }
        }
        Map<String, Tensor> constants = new LinkedHashMap<>();
        constants.put(CHOOSE + ".weight", Tensor.ofFloats(choose, (long) AB * looks, paletteWidth, 1, 1));
        constants.put(SUM + ".weight", Tensor.ofFloats(sum, AB, (long) AB * looks, 1, 1));
        return constants;
    }

    /** Whether nothing is learnt in a value of that name. */
    public static boolean isConstant(String name) {
        return name.startsWith(CHOOSE) || name.startsWith(SUM);
    }

    /** How far each look is asked for, once for a and once for b, {@code [N, 2 looks, 1, 1]}. */
    <T> T asked(Ops<T> ops, T palette) {
        return ops.relu(ops.conv(palette, linear(CHOOSE, paletteWidth, AB * looks, 0)));
    }

    /** By which looks steer the decoder, {@code [N, width, 1, 1]}. */
    <T> T steering(Ops<T> ops, T asked, int width) {
        return ops.conv(asked, linear(STEER, AB * looks, width, 0));
    }

    /**
     * What is added to the head's a and b, {@code [N, 2, H, W]}.
     *
     * @param maps of the decoder, each of twice the sides of the one before
     * @param channels of the maps
     * @param l the lightness
     * @param head what the head gives
     */
    <T> T read(Ops<T> ops, List<T> maps, List<Integer> channels, T l, T head, T asked) {
        T told = tapped(ops, maps, channels, 0);
        for (int i = 1; i < maps.size(); i++) {
            T own = tapped(ops, maps, channels, i);
            told = ops.add(ops.doubled(told, Upsampling.BILINEAR), own);
        }
        told = ops.relu(ops.add(told, ops.conv(l, Conv.pointwise(LIGHT, 1, WIDTH))));
        told = ops.relu(ops.conv(told, Conv.pointwise(HIDDEN, WIDTH, WIDTH)));
        T colours = ops.conv(
                ops.concat(told, head),
                Conv.pointwise(COLOURS, WIDTH + AB, AB * looks).withGain(APART));
        return ops.conv(ops.multiply(colours, asked), linear(SUM, AB * looks, AB, 0));
    }

    private static <T> T tapped(Ops<T> ops, List<T> maps, List<Integer> channels, int map) {
        return ops.conv(maps.get(map), linear(tap(map), channels.get(map), WIDTH, 1));
    }

    private static Conv linear(String name, int in, int out, double gain) {
        return new Conv(name, in, out, 1, 1, 1, false, Padding.NONE, gain);
    }
}
