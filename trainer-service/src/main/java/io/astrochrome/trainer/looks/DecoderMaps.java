package io.astrochrome.trainer.looks;

import java.util.List;

/**
 * What a generator's decoder makes of one picture, stage by stage, and the picture's lightness. Arrays are shared.
 *
 * @param channels of each map, the deepest first
 * @param maps {@code [C, h, w]} each, of sides that are the picture's halved as often as stages follow
 * @param l the lightness, {@code [height, width]}
 * @param seen what a picture is judged by when looks are ranked
 */
public record DecoderMaps(List<Integer> channels, List<float[]> maps, float[] l, int height, int width, float[] seen) {
    /** How many numbers tell of a pixel: all maps' channels, and its lightness. */
    public int depth() {
        return channels.stream().mapToInt(Integer::intValue).sum() + 1;
    }

    /** The numbers of a pixel, linear between the maps' pixels, written to {@code told} from {@code at} on. */
    public void tell(int x, int y, float[] told, int at) {
        int next = at;
        for (int map = 0; map < maps.size(); map++) {
            int halvings = maps.size() - 1 - map;
            next = tell(maps.get(map), channels.get(map), halvings, x, y, told, next);
        }
        told[next] = l[y * width + x];
    }

    private int tell(float[] map, int depth, int halvings, int x, int y, float[] told, int at) {
        int columns = width >> halvings;
        int rows = height >> halvings;
        float scale = 1f / (1 << halvings);
        float column = Math.max(0, (x + 0.5f) * scale - 0.5f);
        float row = Math.max(0, (y + 0.5f) * scale - 0.5f);
        int left = Math.min((int) column, columns - 1);
        int top = Math.min((int) row, rows - 1);
        int right = Math.min(left + 1, columns - 1);
        int bottom = Math.min(top + 1, rows - 1);
        float toRight = column - left;
        float down = row - top;
        for (int channel = 0; channel < depth; channel++) {
            int plane = channel * rows * columns;
            float above = mixed(map[plane + top * columns + left], map[plane + top * columns + right], toRight);
            float below = mixed(map[plane + bottom * columns + left], map[plane + bottom * columns + right], toRight);
            told[at + channel] = mixed(above, below, down);
        }
        return at + depth;
    }

    private static float mixed(float from, float to, float share) {
        return from + share * (to - from);
    }
}
