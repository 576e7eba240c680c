package io.astrochrome.imaging.register;

import io.astrochrome.imaging.register.PoseFit.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays frames on a reference by their stars. Triangles of the brightest stars that have the same shape in both are taken for
 * the same (Groth 1986, Valdes et al. 1995), the pose that each pair of them implies is tried on all bright stars, and
 * the one that most of them agree with is refined on all stars, outliers thrown out. Any shift, turn, scale from a fifth to
 * five times and a mirror image are found. Deterministic and thread-safe.
 */
public final class Registrar {
    private static final double SHAPE_TOLERANCE = 0.008;
    private static final double GREATEST_SCALE = 5;

    /** Distance on the reference within which bright stars agree with a pose that three of them implied, in px. */
    private static final double ROUGH = 3;

    private static final double FINE = 1.5;
    private static final int LEAST_STARS = 6;

    /** Stars beyond the three of a triangle that agree by chance are this many times fewer. */
    private static final double SIGNIFICANCE = 8;

    private static final int LEAST_AGREEING = 6;
    private static final double LEAST_SHARE = 0.2;
    private static final int ENOUGH = 40;

    /** An affine transform has six numbers: fewer pairs than this get a similarity. */
    private static final int PAIRS_FOR_AFFINE = 12;

    private static final int ROUNDS = 5;
    private static final double CLIPPING = 3;

    private final StarMap reference;

    /** Lays frames on that reference. */
    public Registrar(StarMap reference) {
        this.reference = reference;
    }

    /** What frames are laid on. */
    public StarMap reference() {
        return reference;
    }

    /** Where the frame lies, or why it cannot be told. */
    public Registration register(StarMap frame) {
        if (frame.stars().size() < LEAST_STARS) {
            return new Registration.Unmatched(
                    "only " + frame.stars().size() + " stars were found, and at least " + LEAST_STARS + " are needed");
        }
        if (reference.stars().size() < LEAST_STARS) {
            return new Registration.Unmatched(
                    "its reference has only " + reference.stars().size() + " stars");
        }
        Pose rough = rough(frame);
        return rough == null
                ? new Registration.Unmatched("its stars are not those of the reference")
                : refined(frame, rough);
    }

    private @Nullable Pose rough(StarMap frame) {
        List<Triangle> known = reference.triangles();
        double[] middles = known.stream().mapToDouble(Triangle::middle).toArray();
        Pose best = null;
        int most = 0;
        for (Triangle triangle : frame.triangles()) {
            int from = Arrays.binarySearch(middles, triangle.middle() - SHAPE_TOLERANCE);
            from = from < 0 ? -from - 1 : from;
            for (int i = from; i < middles.length && middles[i] <= triangle.middle() + SHAPE_TOLERANCE; i++) {
                if (Math.abs(known.get(i).shortest() - triangle.shortest()) <= SHAPE_TOLERANCE) {
                    Pose pose = pose(triangle, known.get(i));
                    int agreeing = pose == null ? 0 : agreeing(frame, pose);
                    if (agreeing > most) {
                        most = agreeing;
                        best = pose;
                        if (most >= ENOUGH) {
                            return best;
                        }
                    }
                }
            }
        }
        return most >= required(frame, best) ? best : null;
    }

    /** How many of the brightest stars must agree, so that chance is no explanation. */
    private int required(StarMap frame, @Nullable Pose pose) {
        int bright = Math.min(frame.brightest().size(), reference.brightest().size());
        double scale = pose == null ? 1 : pose.scale();
        double area = Math.min(reference.area(), frame.area() * scale * scale);
        double chance =
                frame.brightest().size() * (reference.brightest().size() * Math.PI * ROUGH * ROUGH / Math.max(1, area));
        return (int) Math.max(LEAST_AGREEING, Math.max(LEAST_SHARE * bright, 3 + Math.ceil(SIGNIFICANCE * chance)));
    }

    private static @Nullable Pose pose(Triangle frame, Triangle reference) {
        List<Pair> pairs = List.of(
                new Pair(frame.a(), reference.a()),
                new Pair(frame.b(), reference.b()),
                new Pair(frame.c(), reference.c()));
        boolean mirrored = turn(frame) * turn(reference) < 0;
        Pose pose = PoseFit.similarity(pairs, mirrored);
        return pose != null && pose.scale() <= GREATEST_SCALE && pose.scale() >= 1 / GREATEST_SCALE ? pose : null;
    }

    private static double turn(Triangle t) {
        return (t.b().x() - t.a().x()) * (t.c().y() - t.a().y()) - (t.b().y() - t.a().y()) * (t.c().x() - t.a().x());
    }

    private int agreeing(StarMap frame, Pose pose) {
        int count = 0;
        int bright = reference.brightest().size();
        for (Star star : frame.brightest()) {
            double x = pose.x(star.x(), star.y());
            double y = pose.y(star.x(), star.y());
            count += reference.nearest(x, y, ROUGH, bright) >= 0 ? 1 : 0;
        }
        return count;
    }

    private Registration refined(StarMap frame, Pose rough) {
        Pose pose = rough;
        double within = ROUGH;
        List<Pair> pairs = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            pairs = pairs(frame, pose, within);
            if (pairs.size() < LEAST_AGREEING) {
                return new Registration.Unmatched("its stars are not those of the reference");
            }
            Pose better = pairs.size() >= PAIRS_FOR_AFFINE ? PoseFit.affine(pairs) : null;
            better = better == null ? PoseFit.similarity(pairs, rough.isMirrored()) : better;
            pose = better == null ? pose : better;
            within = Math.max(0.2, Math.min(FINE, CLIPPING * residual(pairs, pose)));
        }
        return new Registration.Registered(pose, pairs.size(), residual(pairs, pose), brightness(pairs));
    }

    /** Each star with the nearest of the reference; none of these with two. */
    private List<Pair> pairs(StarMap frame, Pose pose, double within) {
        int[] taken = new int[reference.stars().size()];
        Arrays.fill(taken, -1);
        for (int i = 0; i < frame.stars().size(); i++) {
            Star star = frame.stars().get(i);
            double x = pose.x(star.x(), star.y());
            double y = pose.y(star.x(), star.y());
            int nearest = reference.nearest(x, y, within, taken.length);
            if (nearest >= 0 && (taken[nearest] < 0 || nearer(frame, pose, i, taken[nearest], nearest))) {
                taken[nearest] = i;
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            if (taken[i] >= 0) {
                pairs.add(
                        new Pair(frame.stars().get(taken[i]), reference.stars().get(i)));
            }
        }
        return pairs;
    }

    private boolean nearer(StarMap frame, Pose pose, int one, int other, int to) {
        Star star = reference.stars().get(to);
        return distance(new Pair(frame.stars().get(one), star), pose)
                < distance(new Pair(frame.stars().get(other), star), pose);
    }

    private static double residual(List<Pair> pairs, Pose pose) {
        double[] distances = pairs.stream()
                .mapToDouble(pair -> distance(pair, pose))
                .sorted()
                .toArray();
        return distances[distances.length / 2];
    }

    private static double distance(Pair pair, Pose pose) {
        double x = pose.x(pair.frame().x(), pair.frame().y());
        double y = pose.y(pair.frame().x(), pair.frame().y());
        return Math.hypot(x - pair.reference().x(), y - pair.reference().y());
    }

    private static double brightness(List<Pair> pairs) {
        double[] ratios = pairs.stream()
                .mapToDouble(pair -> pair.frame().flux() / pair.reference().flux())
                .sorted()
                .toArray();
        return ratios[ratios.length / 2];
    }
}
