package io.astrochrome.trainer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** As what a model sees a picture before its answers are turned back and averaged. */
public enum Views {
    /** As it is. */
    UPRIGHT(1),
    /** And mirrored. */
    MIRRORED(2),
    /** And upside down, and both. */
    FLIPPED(4),
    /** And all of that with rows for columns: every way to lay a square on itself. */
    TURNED(8);

    private final int count;

    Views(int count) {
        this.count = count;
    }

    /** How many they are. */
    public int count() {
        return count;
    }

    /**
     * The views of that number.
     *
     * @throws IllegalArgumentException where there are none
     */
    public static Views of(int count) {
        for (Views views : values()) {
            if (views.count == count) {
                return views;
            }
        }
        throw new IllegalArgumentException("there are 1, 2, 4 or 8 views, not " + count);
    }

    /** The axes, rows or columns, that each view is flipped along, before rows and columns are exchanged. */
    List<List<Axis>> flips() {
        List<List<Axis>> flips = new ArrayList<>();
        flips.add(List.of());
        if (this != UPRIGHT) {
            flips.add(List.of(Axis.COLUMNS));
        }
        if (count >= FLIPPED.count) {
            flips.add(List.of(Axis.ROWS));
            flips.add(List.of(Axis.ROWS, Axis.COLUMNS));
        }
        return flips;
    }

    /** Whether the flips are also seen with rows for columns. */
    boolean transposed() {
        return this == TURNED;
    }

    /** The mean of a model's answers, ab of {@code [n, 2, h, w]}, to all views, each turned back. */
    public float[] mean(Probe probe, Function<Probe, float[]> model) {
        double[] sum = new double[2 * probe.n() * probe.h() * probe.w()];
        for (List<Axis> axes : flips()) {
            Planes seen = Planes.of(probe).flipped(axes);
            add(sum, seen.with(model.apply(seen.probe())).flipped(axes));
            if (transposed()) {
                Planes turned = Planes.of(probe).transposed().flipped(axes);
                add(sum, turned.with(model.apply(turned.probe())).flipped(axes).transposed());
            }
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / count);
        }
        return mean;
    }

    private static void add(double[] sum, Planes ab) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += ab.values()[i];
        }
    }
}
