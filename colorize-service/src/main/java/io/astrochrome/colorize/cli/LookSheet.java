package io.astrochrome.colorize.cli;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.palette.PaletteRequest;
import io.astrochrome.imaging.prepare.TensorPlanes;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Look;
import io.astrochrome.model.Prediction;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A frame in all looks of a model, side by side.
 *
 * @param names of the looks, the likeliest first, row by row
 */
record LookSheet(List<String> names, LabImage picture) {
    /**
     * One batch through the network.
     *
     * @param facts what is known of the frame beside its lightness
     * @param vividness times that of each look
     * @throws IllegalArgumentException where the model offers no looks
     */
    static LookSheet of(ColourModel model, TensorPlanes planes, Set<String> facts, float vividness) {
        List<Look> looks = model.looks();
        if (looks.isEmpty()) {
            throw new IllegalArgumentException("the model " + model.metadata().name() + " offers no looks");
        }
        TensorGrid grid = planes.grid();
        float[] lightness = HalfFloat.toFloats(planes.lightness());
        float[] factors = new float[looks.size()];
        Arrays.fill(factors, vividness);
        Prediction made =
                model.predict(looks, lightness, grid.height(), grid.width()).vivid(factors);
        float[] likelihoods = Look.likelihoods(looks, made.looks(0), facts);
        List<Integer> order = IntStream.range(0, looks.size())
                .boxed()
                .sorted(Comparator.comparingDouble(look -> -likelihoods[look]))
                .toList();
        List<LabImage> cells = new ArrayList<>();
        order.forEach(look -> cells.add(LabImage.ofNormalised(grid, lightness, made.a(look), made.b(look))));
        return new LookSheet(order.stream().map(look -> looks.get(look).name()).toList(), sideBySide(cells));
    }

    private static LabImage sideBySide(List<LabImage> cells) {
        int columns = (int) Math.ceil(Math.sqrt(cells.size()));
        int rows = (cells.size() + columns - 1) / columns;
        LabImage first = cells.get(0);
        int width = columns * first.width();
        int height = rows * first.height();
        LabImage sheet = new LabImage(
                width, height, new float[width * height], new float[width * height], new float[width * height]);
        for (int i = 0; i < cells.size(); i++) {
            int left = i % columns * first.width();
            int top = i / columns * first.height();
            copy(cells.get(i).lStar(), first, sheet.lStar(), width, left, top);
            copy(cells.get(i).requireA(), first, sheet.requireA(), width, left, top);
            copy(cells.get(i).requireB(), first, sheet.requireB(), width, left, top);
        }
        return sheet;
    }

    private static void copy(float[] from, LabImage cell, float[] to, int width, int left, int top) {
        for (int y = 0; y < cell.height(); y++) {
            System.arraycopy(from, y * cell.width(), to, (top + y) * width + left, cell.width());
        }
    }

    /** What is recorded with it. */
    String palette() {
        return PaletteRequest.LOOK + String.join("+", names);
    }
}
