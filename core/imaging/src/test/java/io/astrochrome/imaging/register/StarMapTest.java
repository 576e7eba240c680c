package io.astrochrome.imaging.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StarMapTest {
    private static final int NEIGHBOURS = 7;

    @Property(tries = 400)
    void theNearestIsTheOneThatLookingAtAllOfThemFinds(
            @ForAll @IntRange(min = 1, max = 120) int count,
            @ForAll @DoubleRange(min = -150, max = 450) double x,
            @ForAll @DoubleRange(min = -150, max = 350) double y,
            @ForAll @DoubleRange(min = 0, max = 120) double within,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll long seed) {
        List<Star> stars = random(count, 300, 200, seed);
        int first = (int) Math.round(share * count);
        int nearest = -1;
        for (int i = 0; i < first; i++) {
            if (distance(stars.get(i), x, y) <= (nearest < 0 ? within : distance(stars.get(nearest), x, y))) {
                nearest = i;
            }
        }
        assertThat(new StarMap(stars).nearest(x, y, within, first)).isEqualTo(nearest);
    }

    @Test
    void aStarAtTheVeryDistanceIsStillNear() {
        StarMap map = new StarMap(List.of(star(10, 10), star(90, 10)));
        assertThat(map.nearest(13, 14, 5, 2)).isZero();
        assertThat(map.nearest(13, 14, 4.999, 2)).isEqualTo(-1);
        assertThat(map.nearest(90, 10, 0, 2)).isEqualTo(1);
    }

    @Test
    void nothingIsNearWhereNothingCanBe() {
        StarMap map = new StarMap(random(50, 300, 200, 1));
        for (double far : new double[] {1e12, -1e12, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN}) {
            assertThat(map.nearest(far, 100, 3, 50)).as("%s to the right", far).isEqualTo(-1);
            assertThat(map.nearest(100, far, 3, 50)).as("%s down", far).isEqualTo(-1);
        }
    }

    @Test
    void ofNoStarsItKnowsNothing() {
        StarMap empty = new StarMap(List.of());
        assertThat(empty.stars()).isEmpty();
        assertThat(empty.brightest()).isEmpty();
        assertThat(empty.triangles()).isEmpty();
        assertThat(empty.nearest(0, 0, 1000, 1)).isEqualTo(-1);
    }

    @Test
    void starsAtOnePlaceAreNoTrouble() {
        StarMap map = new StarMap(List.of(star(5, 5), star(5, 5), star(5, 5), star(5, 5)));
        assertThat(map.triangles()).isEmpty();
        assertThat(map.nearest(5, 5, 1, 4)).isBetween(0, 3);
        assertThat(map.area()).isEqualTo(1);
    }

    @Test
    void threeStarsAreOneTriangle() {
        assertThat(new StarMap(List.of(star(0, 0), star(40, 0))).triangles()).isEmpty();
        StarMap map = new StarMap(List.of(star(0, 0), star(40, 0), star(0, 30)));
        assertThat(map.triangles()).hasSize(1);
        assertThat(map.triangles().get(0).middle()).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void itsTrianglesAreThoseOfBrightStarsAndTheirNeighbours() {
        List<Star> stars = random(StarMap.BRIGHTEST + 20, 500, 400, 3);
        List<Star> bright = stars.subList(0, StarMap.BRIGHTEST);
        Set<Set<Star>> expected = new HashSet<>();
        for (Star star : bright) {
            List<Star> near = bright.stream()
                    .sorted(Comparator.comparingDouble(other -> distance(other, star.x(), star.y())))
                    .skip(1)
                    .limit(NEIGHBOURS)
                    .toList();
            for (int i = 0; i < near.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (Triangle.of(near.get(i), near.get(j), star) != null) {
                        expected.add(Set.of(near.get(i), near.get(j), star));
                    }
                }
            }
        }
        List<Triangle> triangles = new StarMap(stars).triangles();
        assertThat(triangles).hasSize(expected.size());
        assertThat(triangles.stream().map(t -> Set.of(t.a(), t.b(), t.c())))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(triangles).isSortedAccordingTo(Comparator.comparingDouble(Triangle::middle));
    }

    @Test
    void itsBrightestAreTheFirst() {
        List<Star> stars = random(StarMap.BRIGHTEST + 1, 100, 100, 4);
        assertThat(new StarMap(stars).brightest()).isEqualTo(stars.subList(0, StarMap.BRIGHTEST));
        assertThat(new StarMap(stars.subList(0, 9)).brightest()).isEqualTo(stars.subList(0, 9));
    }

    @Test
    void itsAreaIsWhatTheStarsSpreadOver() {
        assertThat(new StarMap(List.of(star(-10, 3), star(20, 8), star(5, -2))).area())
                .isEqualTo(30.0 * 10);
        assertThat(new StarMap(List.of(star(3, 3))).area()).isEqualTo(1);
        assertThat(new StarMap(List.of()).area()).isEqualTo(1);
    }

    @Test
    void doesNotChangeWithTheListThatItWasMadeOf() {
        List<Star> stars = new ArrayList<>(random(10, 100, 100, 5));
        StarMap map = new StarMap(stars);
        Star first = stars.get(0);
        stars.clear();
        assertThat(map.stars()).hasSize(10);
        assertThat(map.nearest(first.x(), first.y(), 0.1, 10)).isZero();
    }

    private static List<Star> random(int count, double width, double height, long seed) {
        Random random = new Random(seed);
        List<Star> stars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stars.add(star(width * random.nextDouble(), height * random.nextDouble()));
        }
        return stars;
    }

    private static double distance(Star star, double x, double y) {
        return Math.hypot(star.x() - x, star.y() - y);
    }

    private static Star star(double x, double y) {
        return new Star(x, y, 1000, 3, 1);
    }
}
